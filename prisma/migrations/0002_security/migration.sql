-- Hand-written. What the Prisma schema cannot say: extensions, roles, row-level security, append-only tables,
-- the protected schema, and indexes. Hand-written indexes are named hand_* so that the next difference keeps them.

do $$
declare wanted text;
begin
  for wanted in select name from pg_available_extensions
    where name in ('pg_trgm', 'unaccent', 'btree_gin', 'btree_gist', 'fuzzystrmatch')
  loop
    execute format('create extension if not exists %I', wanted);
  end loop;
end $$;

-- Roles ------------------------------------------------------------------------------------------------------
-- Roles belong to the whole server: another database of it may have made them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'upstream_app') then
    create role upstream_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'upstream_protected') then
    create role upstream_protected nologin;
  end if;
  execute format('grant upstream_app, upstream_protected to %I', current_user);
end $$;

grant usage on schema public to upstream_app;
grant select, insert, update, delete on all tables in schema public to upstream_app;
alter default privileges in schema public grant select, insert, update, delete on tables to upstream_app;
alter default privileges in schema public grant usage, select on sequences to upstream_app;
revoke all on _prisma_migrations from upstream_app;

-- Who asks ---------------------------------------------------------------------------------------------------
create function app_jurisdiction() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.jurisdiction_id', true), '')::uuid $$;

-- The organization that the actor is confined to; null for the agency's own staff, families and jobs.
create function app_organization() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;

-- Row-level security: the second net under every query of upstream_app. No context, no rows. ----------------------
alter table service_referral enable row level security;
create policy tenant on service_referral using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or receiving_organization_id = app_organization()));

-- The inner service_referral is under its own policy, so "there is a referral" means "one that this actor may reach".
alter table referral_event enable row level security;
create policy tenant on referral_event using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or exists (select from service_referral r where r.id = referral_id)));

alter table contact_attempt enable row level security;
create policy tenant on contact_attempt using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or exists (select from service_referral r where r.id = referral_id)));

alter table family_feedback enable row level security;
create policy tenant on family_feedback using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or exists (select from service_referral r where r.id = referral_id)));

alter table family_link enable row level security;
create policy tenant on family_link using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or exists (select from service_referral r where r.id = referral_id)));

alter table enrollment enable row level security;
create policy tenant on enrollment using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or organization_id = app_organization()));

alter table attendance_session enable row level security;
create policy tenant on attendance_session using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or exists (select from enrollment e where e.id = enrollment_id)));

alter table consent enable row level security;
create policy tenant on consent using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or recipient_organization_id = app_organization()));

alter table consent_event enable row level security;
create policy tenant on consent_event using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or exists (select from consent c where c.id = consent_id)));

alter table household enable row level security;
create policy tenant on household using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or exists (
    select from service_referral r
    where r.jurisdiction_id = household.jurisdiction_id and r.household_id = household.id)));

alter table person enable row level security;
create policy tenant on person using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or exists (
    select from service_referral r
    where r.jurisdiction_id = person.jurisdiction_id and r.household_id = person.household_id)));

-- The agency's own side: no provider has a row here.
do $$
declare side text;
begin
  foreach side in array array['intake_call', 'agency_child', 'maltreatment_report', 'removal',
    'link_event', 'person_link', 'measure_member']
  loop
    execute format('alter table %I enable row level security', side);
    execute format('create policy tenant on %I using (jurisdiction_id = app_jurisdiction() and app_organization() is null)', side);
  end loop;
end $$;

-- Written by every actor of the jurisdiction.
do $$
declare side text;
begin
  foreach side in array array['outbox_message', 'audit_entry']
  loop
    execute format('alter table %I enable row level security', side);
    execute format('create policy tenant on %I using (jurisdiction_id = app_jurisdiction())', side);
  end loop;
end $$;

-- Append-only ------------------------------------------------------------------------------------------------
-- Nobody changes a row; only the tables' owner may remove one (deleting a person's data, with its own audit entry).
create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' and current_user = (
    select r.rolname from pg_class c join pg_roles r on r.oid = c.relowner where c.oid = tg_relid
  ) then
    return case when tg_op = 'DELETE' then old end;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

do $$
declare kept text;
begin
  foreach kept in array array['referral_event', 'consent_event', 'capacity_event', 'link_event', 'audit_entry']
  loop
    execute format('revoke update, delete, truncate on %I from upstream_app', kept);
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', kept);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', kept);
  end loop;
end $$;

-- Protected schema -------------------------------------------------------------------------------------------
-- Reporter and narrative. upstream_app has no right here at all; the operations of domain/reports become
-- upstream_protected for one statement and write the read log.
create schema protected;
revoke all on schema protected from public;

create table protected.report_secret (
  jurisdiction_id uuid not null,
  report_id text not null,
  reporter text,
  narrative text,
  primary key (jurisdiction_id, report_id)
);
create table protected.report_origin (
  jurisdiction_id uuid not null,
  referral_id uuid not null,
  report_id text not null,
  primary key (jurisdiction_id, referral_id)
);
create table protected.read_log (
  id uuid primary key default gen_random_uuid(),
  at timestamptz(3) not null,
  jurisdiction_id uuid not null,
  actor_id text,
  what text not null,
  row_key text not null,
  reason text not null
);
create index read_log_at on protected.read_log (jurisdiction_id, at);

grant usage on schema protected to upstream_protected;
grant execute on function app_jurisdiction(), app_organization() to upstream_protected;
grant usage on schema public to upstream_protected;
grant select, insert on all tables in schema protected to upstream_protected;

alter table protected.report_secret enable row level security;
create policy tenant on protected.report_secret using (jurisdiction_id = app_jurisdiction() and app_organization() is null);
alter table protected.report_origin enable row level security;
create policy tenant on protected.report_origin using (jurisdiction_id = app_jurisdiction() and app_organization() is null);
alter table protected.read_log enable row level security;
create policy tenant on protected.read_log using (jurisdiction_id = app_jurisdiction());
create trigger append_only before update or delete on protected.read_log for each row execute function refuse_change();
create trigger append_only_whole before truncate on protected.read_log for each statement execute function refuse_change();

-- Indexes ----------------------------------------------------------------------------------------------------
create index hand_service_referral_open on service_referral (jurisdiction_id, due_at) where closed_at is null;
create index hand_outbox_message_waiting on outbox_message (jurisdiction_id, created_at) where status in ('pending', 'sending');
create index hand_person_exact on person (jurisdiction_id, lower(last_name), lower(first_name), birth_date);
create index hand_agency_child_exact on agency_child (jurisdiction_id, lower(last_name), lower(first_name), dob);
-- The table's own uniqueness lets a role without organization be given twice.
create unique index hand_membership_once on membership (jurisdiction_id, user_id, role)
  where organization_id is null and ended_at is null;
