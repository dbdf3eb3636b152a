-- An extract keeps what it gave, how it was judged, and what people decided about it (decision 0031).

ALTER TABLE "agency_extract" ADD COLUMN "given" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "checks" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "jumps" JSONB NOT NULL DEFAULT '[]';

CREATE TABLE "agency_extract_event" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "import_run_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID,
    "by_name" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agency_extract_event_pkey" PRIMARY KEY ("id")
);
-- Decided once: approved once, withdrawn once.
CREATE UNIQUE INDEX "agency_extract_event_jurisdiction_id_import_run_id_kind_key" ON "agency_extract_event"("jurisdiction_id", "import_run_id", "kind");

alter table agency_extract_event enable row level security;
create policy tenant on agency_extract_event using (jurisdiction_id = (select app_jurisdiction()) and (select app_organization()) is null);
revoke update, delete, truncate on agency_extract_event from upstream_app;
create trigger append_only before update or delete on agency_extract_event for each row execute function refuse_change();
create trigger append_only_whole before truncate on agency_extract_event for each statement execute function refuse_change();

-- The rows themselves, as they were given: jobs and commands alone, and nobody changes one.
CREATE TABLE "agency_extract_row" (
    "id" BIGSERIAL NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "import_run_id" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "row" JSONB NOT NULL,

    CONSTRAINT "agency_extract_row_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "agency_extract_row_import_run_id_file_idx" ON "agency_extract_row"("import_run_id", "file");

alter table agency_extract_row enable row level security;
create policy tenant on agency_extract_row using (jurisdiction_id = (select app_jurisdiction()) and (select app_organization()) is null);
revoke all on agency_extract_row from upstream_app;
revoke all on sequence agency_extract_row_id_seq from upstream_app;
grant select, insert, delete on agency_extract_row to upstream_worker;
grant usage on sequence agency_extract_row_id_seq to upstream_worker;

-- What an extract said of reporters, beside what holds now, so that taking it back gives back what was said before.
create table protected.extract_secret (
  jurisdiction_id uuid not null,
  import_run_id uuid not null,
  report_id text not null,
  reporter text,
  narrative text,
  primary key (jurisdiction_id, import_run_id, report_id)
);
alter table protected.extract_secret enable row level security;
create policy tenant on protected.extract_secret using (jurisdiction_id = app_jurisdiction() and app_organization() is null);
grant select, insert, update, delete on protected.extract_secret to upstream_protected;

create function protected.keep_extract_secrets(run uuid, secrets jsonb) returns void
  language sql security definer set search_path = protected, public, pg_temp as $$
  insert into extract_secret (jurisdiction_id, import_run_id, report_id, reporter, narrative)
  select app_jurisdiction(), run, r.report_id, r.reporter, r.narrative
  from jsonb_to_recordset(secrets) as r(report_id text, reporter text, narrative text)
  on conflict (jurisdiction_id, import_run_id, report_id)
    do update set reporter = excluded.reporter, narrative = excluded.narrative;
$$;

-- Of the runs that remain, in their order, the last word stands. What no kept run ever said is left as it is.
create function protected.rebuild_report_secrets(withdrawn uuid, remaining uuid[]) returns void
  language sql security definer set search_path = protected, public, pg_temp as $$
  delete from report_secret s using extract_secret e
    where s.jurisdiction_id = app_jurisdiction() and e.jurisdiction_id = app_jurisdiction()
      and e.import_run_id = withdrawn and e.report_id = s.report_id;
  insert into report_secret (jurisdiction_id, report_id, reporter, narrative)
  select distinct on (e.report_id) e.jurisdiction_id, e.report_id, e.reporter, e.narrative
  from extract_secret e join unnest(remaining) with ordinality as r(run, n) on r.run = e.import_run_id
  where e.jurisdiction_id = app_jurisdiction()
    and e.report_id in (select w.report_id from extract_secret w
      where w.jurisdiction_id = app_jurisdiction() and w.import_run_id = withdrawn)
  order by e.report_id, r.n desc
  on conflict do nothing;
  delete from extract_secret where jurisdiction_id = app_jurisdiction() and import_run_id = withdrawn;
$$;

-- What a jurisdiction keeps no longer.
create function protected.forget_report_secrets(reports text[]) returns void
  language sql security definer set search_path = protected, public, pg_temp as $$
  delete from report_secret where jurisdiction_id = app_jurisdiction() and report_id = any (reports);
  delete from extract_secret where jurisdiction_id = app_jurisdiction() and report_id = any (reports);
$$;

do $$
declare one regprocedure;
begin
  grant create on schema protected to upstream_protected;
  foreach one in array array['protected.keep_extract_secrets(uuid, jsonb)', 'protected.rebuild_report_secrets(uuid, uuid[])',
    'protected.forget_report_secrets(text[])']::regprocedure[]
  loop
    execute format('revoke all on function %s from public', one);
    execute format('alter function %s owner to upstream_protected', one);
    execute format('grant execute on function %s to upstream_worker', one);
  end loop;
  revoke create on schema protected from upstream_protected;
end $$;

-- Rows from before: each with the extract that wrote it last, or with none.
do $$
declare one record;
begin
  for one in select * from (values ('agency_child', 'children'), ('maltreatment_report', 'reports'), ('removal', 'removals'),
    ('placement', 'placements'), ('sibling_link', 'siblings'), ('population_count', 'population'),
    ('prevention_service_span', 'services'), ('agency_contact', 'contacts'), ('agency_case', 'cases')) as t(side, file)
  loop
    execute format('insert into agency_extract_row (jurisdiction_id, import_run_id, file, row)
      select jurisdiction_id, coalesce(import_run_id, ''00000000-0000-0000-0000-000000000000''), %L,
        jsonb_strip_nulls(to_jsonb(t) - ''id'' - ''jurisdiction_id'' - ''import_run_id'') || ''{"line": 0}'' from %I t', one.file, one.side);
  end loop;
end $$;
