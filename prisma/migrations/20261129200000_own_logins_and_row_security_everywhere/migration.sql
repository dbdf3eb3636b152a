-- Nobody who asks is the owner: who may become what, the protected schema behind functions that log, and rows of every table
-- by jurisdiction.

-- Roles ------------------------------------------------------------------------------------------------------
-- upstream_app: what a page may do. upstream_worker: that, and what only jobs and commands do. A login takes one of them
-- (app/db/make-logins.ts). upstream_protected owns the functions that read the protected schema; nobody becomes it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'upstream_worker') then
    create role upstream_worker nologin;
  end if;
  grant upstream_app to upstream_worker;
  execute format('grant upstream_worker to %I', current_user);
end $$;

create function app_actor() returns text language sql stable parallel safe as
$$ select nullif(current_setting('app.actor_id', true), '') $$;

-- The protected schema -----------------------------------------------------------------------------------------
-- Each function writes the read log before it answers, for the jurisdiction and the actor of the transaction. Nobody in
-- particular reads nothing.
alter table protected.read_log add constraint read_log_actor check (actor_id is not null) not valid;

create function protected.read_report_secret(wanted text, why text)
  returns table (reporter text, narrative text)
  language sql security definer set search_path = protected, public, pg_temp as $$
  insert into read_log (at, jurisdiction_id, actor_id, what, row_key, reason)
    values (clock_timestamp(), app_jurisdiction(), app_actor(), 'report_secret', wanted, why);
  select s.reporter, s.narrative from report_secret s
    where s.jurisdiction_id = app_jurisdiction() and s.report_id = wanted;
$$;

create function protected.list_report_origins(why text)
  returns table (referral_id uuid, report_id text)
  language sql security definer set search_path = protected, public, pg_temp as $$
  insert into read_log (at, jurisdiction_id, actor_id, what, row_key, reason)
    values (clock_timestamp(), app_jurisdiction(), app_actor(), 'report_origin', '*', why);
  select o.referral_id, o.report_id from report_origin o where o.jurisdiction_id = app_jurisdiction();
$$;

create function protected.record_report_origins(origins jsonb) returns integer
  language sql security definer set search_path = protected, public, pg_temp as $$
  with written as (
    insert into report_origin (jurisdiction_id, referral_id, report_id)
    select app_jurisdiction(), r.referral_id, r.report_id
    from jsonb_to_recordset(origins) as r(referral_id uuid, report_id text) on conflict do nothing returning 1)
  select count(*)::int from written;
$$;

-- A later extract may correct a reporter or a narrative.
create function protected.write_report_secrets(secrets jsonb) returns integer
  language sql security definer set search_path = protected, public, pg_temp as $$
  with written as (
  insert into report_secret (jurisdiction_id, report_id, reporter, narrative)
  select app_jurisdiction(), r.report_id, r.reporter, r.narrative
  from jsonb_to_recordset(secrets) as r(report_id text, reporter text, narrative text)
  on conflict (jurisdiction_id, report_id) do update set reporter = excluded.reporter, narrative = excluded.narrative
  where (report_secret.reporter, report_secret.narrative) is distinct from (excluded.reporter, excluded.narrative) returning 1)
  select count(*)::int from written;
$$;

do $$
declare one regprocedure;
begin
  grant create on schema protected to upstream_protected;
  foreach one in array array['protected.read_report_secret(text, text)', 'protected.list_report_origins(text)',
    'protected.record_report_origins(jsonb)', 'protected.write_report_secrets(jsonb)']::regprocedure[]
  loop
    execute format('revoke all on function %s from public', one);
    execute format('alter function %s owner to upstream_protected', one);
    execute format('grant execute on function %s to upstream_worker', one);
  end loop;
  revoke create on schema protected from upstream_protected;
end $$;
-- One secret at a time is read on a page; the rest is the work of jobs and commands.
grant execute on function protected.read_report_secret(text, text) to upstream_app;
grant usage on schema protected to upstream_app, upstream_worker;
grant execute on function app_actor() to upstream_protected;

-- Row-level security -----------------------------------------------------------------------------------------
-- The jurisdiction is asked for once a statement, not once a row: (select ...).

-- The directory, what is noted of it and what is remembered of forms: of the whole jurisdiction.
do $$
declare side text;
begin
  foreach side in array array['accessibility', 'address', 'attribute', 'capacity_event', 'change_look', 'code_list_entry',
    'contact', 'cost_option', 'eligibility_rule', 'field_change', 'funding', 'idempotency_key', 'language', 'listing_card',
    'listing_check', 'listing_concern', 'listing_search', 'location', 'meta_table_description', 'organization_identifier',
    'phone', 'program', 'required_document', 'schedule', 'service', 'service_area', 'service_at_location',
    'service_capacity', 'unit', 'unmet_need', 'url']
  loop
    execute format('alter table %I enable row level security', side);
    execute format('create policy tenant on %I using (jurisdiction_id = (select app_jurisdiction()))', side);
  end loop;
end $$;

-- Words of published listings, which /hsds gives to everybody. Reading is open: behind a condition on the row PostgreSQL
-- would not use the indexes of words (their operators are not leakproof), and a search would read every listing.
alter table listing_words enable row level security;
create policy read_published on listing_words for select using (true);
create policy tenant on listing_words using (jurisdiction_id = (select app_jurisdiction()));

-- Lists that come with the portal belong to no jurisdiction.
do $$
declare side text;
begin
  foreach side in array array['taxonomy', 'taxonomy_term']
  loop
    execute format('alter table %I enable row level security', side);
    execute format('create policy tenant on %I using (jurisdiction_id is null or jurisdiction_id = (select app_jurisdiction()))', side);
  end loop;
end $$;

-- The agency's own side: no provider has a row here.
do $$
declare side text;
begin
  foreach side in array array['duplicate_pair', 'goal_target', 'import_conflict', 'import_run', 'link_run', 'measure_result',
    'measure_run', 'merge']
  loop
    execute format('alter table %I enable row level security', side);
    execute format('create policy tenant on %I using (jurisdiction_id = (select app_jurisdiction()) and (select app_organization()) is null)', side);
  end loop;
end $$;

-- Read before it is known who comes: at sign-in and behind an invitation there is no jurisdiction yet.
do $$
declare side text;
begin
  foreach side in array array['invitation', 'membership', 'organization']
  loop
    execute format('alter table %I enable row level security', side);
    execute format('create policy tenant on %I using (jurisdiction_id = (select app_jurisdiction()))', side);
    execute format('create policy before_anybody on %I for select using ((select app_jurisdiction()) is null)', side);
  end loop;
end $$;

-- An import keeps a given id unless another jurisdiction has it, whose rows it does not see: told of ids alone.
create function ids_elsewhere(side text, wanted uuid[]) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute format('select s.id from %I s where s.id = any ($1) and s.jurisdiction_id <> app_jurisdiction()', side)
    using wanted;
end $$;
revoke all on function ids_elsewhere(text, uuid[]) from public;
grant execute on function ids_elsewhere(text, uuid[]) to upstream_worker;

-- Everybody announces and is written down; a provider reads neither, but for what it did itself.
drop policy tenant on outbox_message;
create policy tenant on outbox_message using (jurisdiction_id = (select app_jurisdiction()) and (select app_organization()) is null);
create policy announce on outbox_message for insert with check (jurisdiction_id = (select app_jurisdiction()));
drop policy tenant on audit_entry;
create policy tenant on audit_entry for select using (
  jurisdiction_id = (select app_jurisdiction())
  and ((select app_organization()) is null or actor_id = (select app_actor())));
create policy record on audit_entry for insert with check (jurisdiction_id = (select app_jurisdiction()));
