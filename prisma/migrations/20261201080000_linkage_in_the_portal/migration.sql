-- The linker in the portal: models, candidates of a run, what readers said of a pair, and what rested on a link taken back.

CREATE TABLE "link_model" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "trained_on" JSONB NOT NULL,
    "trained_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_model_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "link_model_jurisdiction_id_version_key" ON "link_model"("jurisdiction_id", "version");

ALTER TABLE "link_run" ADD COLUMN "model_id" UUID,
ADD COLUMN "engine" TEXT,
ADD COLUMN "status" TEXT NOT NULL DEFAULT 'done',
ADD COLUMN "inputs" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "thresholds" JSONB NOT NULL DEFAULT '{}';

CREATE TABLE "link_candidate" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "run_id" UUID,
    "person_id" UUID NOT NULL,
    "agency_child_id" UUID NOT NULL,
    "pattern" INTEGER,
    "weight" DOUBLE PRECISION,
    "probability" DOUBLE PRECISION,
    "zone" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "person_hash" TEXT NOT NULL,
    "child_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "why_open" TEXT,
    "priority" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "found_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_candidate_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "link_candidate_jurisdiction_id_person_id_agency_child_id_key" ON "link_candidate"("jurisdiction_id", "person_id", "agency_child_id");
CREATE INDEX "link_candidate_jurisdiction_id_agency_child_id_idx" ON "link_candidate"("jurisdiction_id", "agency_child_id");
CREATE INDEX "link_candidate_jurisdiction_id_state_priority_idx" ON "link_candidate"("jurisdiction_id", "state", "priority");

CREATE TABLE "link_reading" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_child_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "reason_code" TEXT NOT NULL,
    "reader_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seconds" INTEGER,
    "person_hash" TEXT NOT NULL,
    "child_hash" TEXT NOT NULL,
    "shown" JSONB NOT NULL,

    CONSTRAINT "link_reading_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "link_reading_jurisdiction_id_person_id_agency_child_id_at_idx" ON "link_reading"("jurisdiction_id", "person_id", "agency_child_id", "at");
CREATE INDEX "link_reading_jurisdiction_id_reader_id_at_idx" ON "link_reading"("jurisdiction_id", "reader_id", "at");

CREATE TABLE "link_mark" (
    "id" UUID NOT NULL,
    "jurisdiction_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "marked_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_mark_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "link_mark_jurisdiction_id_kind_marked_id_idx" ON "link_mark"("jurisdiction_id", "kind", "marked_id");

ALTER TABLE "household" ADD COLUMN "record_linkage_refused_at" TIMESTAMPTZ(3);

-- The agency's own side: no provider has a row here.
do $$
declare side text;
begin
  foreach side in array array['link_model', 'link_candidate', 'link_reading', 'link_mark']
  loop
    execute format('alter table %I enable row level security', side);
    execute format('create policy tenant on %I using (jurisdiction_id = app_jurisdiction() and app_organization() is null)', side);
  end loop;
  foreach side in array array['link_model', 'link_reading', 'link_mark']
  loop
    execute format('revoke update, delete, truncate on %I from upstream_app', side);
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', side);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', side);
  end loop;
end $$;

-- Who is nobody's to compare any more: nothing waits for a reader, and no copy of what a reader saw is kept.
create function forget_pairs_of(persons uuid[]) returns void language sql security definer
  set search_path = public, pg_temp as
$$
  delete from link_candidate where person_id = any(persons);
  delete from link_reading where person_id = any(persons);
$$;
create function forget_persons_pairs() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform forget_pairs_of(array[old.id]);
  return null;
end $$;
create trigger forget_pairs after delete on person for each row execute function forget_persons_pairs();
create function forget_childs_pairs() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  delete from link_candidate where agency_child_id = old.id;
  delete from link_reading where agency_child_id = old.id;
  return null;
end $$;
create trigger forget_pairs after delete on agency_child for each row execute function forget_childs_pairs();

-- A link is refused of people of a sealed organization and of a family that said no to having its records compared.
create function refused_linkage(person_id uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as
$$ select exists (select from person p join household h on h.id = p.household_id
     where p.id = $1 and h.record_linkage_refused_at is not null) $$;
create or replace function refuse_sealed_link() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if is_sealed((select p.named_by_organization_id from person p where p.id = new.person_id)) then
    raise exception 'sealed_organization: its people are linked to nothing' using errcode = 'check_violation';
  end if;
  if refused_linkage(new.person_id) then
    raise exception 'family_said_no: its records are compared with nothing' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sealed_link before insert or update of person_id on link_candidate
  for each row execute function refuse_sealed_link();

-- From the moment a family says no, what was linked and explained of its children before is so no more.
create function unlink_refused() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  insert into link_event (id, jurisdiction_id, person_id, agency_child_id, kind, rule, evidence, at)
  select gen_random_uuid(), l.jurisdiction_id, l.person_id, l.agency_child_id, 'supersede', l.rule,
    '{"reason": "family_said_no"}', now()
  from person_link l join person p on p.id = l.person_id where p.household_id = new.id;
  delete from measure_member where jurisdiction_id = new.jurisdiction_id and unit_id in (
    select a.child_id from person p join person_link l on l.person_id = p.id
    join agency_child a on a.id = l.agency_child_id where p.household_id = new.id);
  delete from person_link l using person p where p.id = l.person_id and p.household_id = new.id;
  perform forget_pairs_of(array(select id from person where household_id = new.id));
  return null;
end $$;
create trigger unlink_refused after update of record_linkage_refused_at on household for each row
  when (new.record_linkage_refused_at is not null and old.record_linkage_refused_at is null)
  execute function unlink_refused();

-- What waits for a reader goes with a seal as what was linked does.
create function forget_sealed_pairs() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform forget_pairs_of(array(select id from person where named_by_organization_id = new.id));
  return null;
end $$;
create trigger forget_sealed_pairs after update of victim_service_provider, part2_program on organization for each row
  when ((new.victim_service_provider and not old.victim_service_provider) or (new.part2_program and not old.part2_program))
  execute function forget_sealed_pairs();
revoke all on function forget_pairs_of(uuid[]), refused_linkage(uuid) from public;
