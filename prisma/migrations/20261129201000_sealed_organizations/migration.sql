-- Organizations whose people are nobody else's to count, to link or to follow (domain.md 5: VAWA, VOCA; 42 CFR Part 2).

-- What a sealed referral's sender may know of it: its own changes, counted apart from all others, and that it took it back.
alter table service_referral
  add column shown_version integer not null default 1,
  add column taken_back_at timestamptz(3);
update service_referral set shown_version = version;
update service_referral r set taken_back_at = r.closed_at
where r.status = 'withdrawn' and exists (
  select from referral_event e where e.referral_id = r.id and e.event = 'referral.withdrawn'
    and e.actor_role in ('hotline_screener', 'intake_supervisor', 'community_navigator'));

-- A child's name and birth date come from the organization that enrolled the family.
alter table person add column named_by_organization_id uuid;
create index hand_person_named_by on person (named_by_organization_id) where named_by_organization_id is not null;
update person p set named_by_organization_id = (
  select e.organization_id from enrollment e join service_referral r on r.id = e.referral_id
  where r.household_id = p.household_id order by abs(extract(epoch from e.created_at - p.created_at)), e.id limit 1)
where p.first_name is not null or p.last_name is not null or p.birth_date is not null;

-- Asked by triggers of every role, whatever rows that role may see.
create function is_victim_service(organization uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as
$$ select exists (select from organization o where o.id = $1 and o.victim_service_provider) $$;
create function is_sealed(organization uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as
$$ select exists (select from organization o where o.id = $1 and (o.victim_service_provider or o.part2_program)) $$;

-- Named people of a victim service provider enter no shared table: the second net under the domain's refusal.
create function refuse_victim_service_rows() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare organization uuid;
begin
  if tg_table_name = 'enrollment' then organization := new.organization_id;
  elsif tg_table_name = 'person' then organization := new.named_by_organization_id;
  else select e.organization_id into organization from enrollment e where e.id = new.enrollment_id;
  end if;
  if is_victim_service(organization) then
    raise exception 'victim_service_rows: % holds no rows of a victim service provider', tg_table_name
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger victim_service_rows before insert or update of organization_id on enrollment
  for each row execute function refuse_victim_service_rows();
create trigger victim_service_rows before insert or update of enrollment_id on attendance_session
  for each row execute function refuse_victim_service_rows();
create trigger victim_service_rows before insert or update of named_by_organization_id on person
  for each row execute function refuse_victim_service_rows();

create function refuse_sealed_link() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if is_sealed((select p.named_by_organization_id from person p where p.id = new.person_id)) then
    raise exception 'sealed_organization: its people are linked to nothing' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger sealed_link before insert or update on person_link
  for each row execute function refuse_sealed_link();

-- What was merged into a sealed organization is sealed with it.
create function seal_what_is_merged() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  select new.victim_service_provider or k.victim_service_provider, new.part2_program or k.part2_program
  into new.victim_service_provider, new.part2_program from organization k where k.id = new.merged_into_id;
  return new;
end $$;
create trigger seal_what_is_merged before insert or update of victim_service_provider, part2_program, merged_into_id
  on organization for each row when (new.merged_into_id is not null) execute function seal_what_is_merged();

-- From the moment an organization is sealed, what was linked and counted of its people before is linked and explained no more.
create function seal_what_exists() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update organization set victim_service_provider = victim_service_provider or new.victim_service_provider,
    part2_program = part2_program or new.part2_program
  where merged_into_id = new.id;
  insert into link_event (id, jurisdiction_id, person_id, agency_child_id, kind, rule, evidence, at)
  select gen_random_uuid(), l.jurisdiction_id, l.person_id, l.agency_child_id, 'supersede', l.rule,
    '{"reason": "sealed_organization"}', now()
  from person_link l join person p on p.id = l.person_id where p.named_by_organization_id = new.id;
  delete from measure_member where jurisdiction_id = new.jurisdiction_id and unit_id in (
    select r.id::text from service_referral r where r.receiving_organization_id = new.id
    union select r.household_id::text from service_referral r where r.receiving_organization_id = new.id
    union select a.child_id from person p join person_link l on l.person_id = p.id
      join agency_child a on a.id = l.agency_child_id where p.named_by_organization_id = new.id);
  delete from person_link l using person p where p.id = l.person_id and p.named_by_organization_id = new.id;
  delete from protected.report_origin o using service_referral r
  where o.referral_id = r.id and r.receiving_organization_id = new.id;
  return null;
end $$;
create trigger seal_what_exists after update of victim_service_provider, part2_program on organization for each row
  when ((new.victim_service_provider and not old.victim_service_provider) or (new.part2_program and not old.part2_program))
  execute function seal_what_exists();
revoke all on function is_victim_service(uuid), is_sealed(uuid) from public;
