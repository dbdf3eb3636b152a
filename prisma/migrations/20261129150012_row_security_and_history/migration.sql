-- Whose rows are whose, and which rows are never changed. Over all tables, so that one page tells it.

-- Row-level security: the second net under every query of upstream_app. No context, no rows. ----------------------
alter table service_referral enable row level security;
create policy tenant on service_referral using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or receiving_organization_id = any ((select app_organizations())::uuid[])));

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
  and (app_organization() is null or organization_id = any ((select app_organizations())::uuid[])));

alter table attendance_session enable row level security;
create policy tenant on attendance_session using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or exists (select from enrollment e where e.id = enrollment_id)));

alter table consent enable row level security;
create policy tenant on consent using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or recipient_organization_id = any ((select app_organizations())::uuid[])));

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

alter table answer_link enable row level security;
create policy tenant on answer_link using (
  jurisdiction_id = app_jurisdiction()
  and (app_organization() is null or organization_id = any ((select app_organizations())::uuid[])));

-- The agency's own side: no provider has a row here.
do $$
declare side text;
begin
  foreach side in array array['intake_call', 'agency_child', 'maltreatment_report', 'removal',
    'link_event', 'person_link', 'measure_member',
    -- A claim or a suggestion is made by nobody in particular, and is the agency's alone to read.
    'organization_claim', 'suggestion']
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

-- Reporter, narrative and where a referral came from: reached only as upstream_protected.
alter table protected.report_secret enable row level security;
create policy tenant on protected.report_secret using (jurisdiction_id = app_jurisdiction() and app_organization() is null);
alter table protected.report_origin enable row level security;
create policy tenant on protected.report_origin using (jurisdiction_id = app_jurisdiction() and app_organization() is null);
alter table protected.read_log enable row level security;
create policy tenant on protected.read_log using (jurisdiction_id = app_jurisdiction());

-- Append-only: refuse_change() of the first migration ------------------------------------------------------------
do $$
declare kept text;
begin
  foreach kept in array array['referral_event', 'consent_event', 'capacity_event', 'link_event', 'audit_entry', 'field_change']
  loop
    execute format('revoke update, delete, truncate on %I from upstream_app', kept);
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', kept);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', kept);
  end loop;
end $$;
create trigger append_only before update or delete on protected.read_log for each row execute function refuse_change();
create trigger append_only_whole before truncate on protected.read_log for each statement execute function refuse_change();
