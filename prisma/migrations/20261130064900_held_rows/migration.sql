-- Whether a row of an organization, listing, place or listing's place is one that is, or may be, a victim service's and that nobody of
-- its own has confirmed: a held place's, a listing's that says so or is given at a held place, an organization's that has no other place.
create function is_held(organization uuid, service uuid, location uuid, site uuid) returns boolean language plpgsql stable parallel safe
  set enable_nestloop = on set plan_cache_mode = force_generic_plan as $$
declare
  at_service uuid := service;
  at_place uuid := location;
  whose uuid := organization;
begin
  if not exists (select from safety_hold h where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not') then
    return false;
  end if;
  if site is not null then
    select coalesce(at_service, x.service_id), coalesce(at_place, x.location_id) into at_service, at_place
      from service_at_location x where x.id = site;
  end if;
  if whose is null and at_service is not null then select s.organization_id into whose from service s where s.id = at_service; end if;
  if whose is null and at_place is not null then select l.organization_id into whose from location l where l.id = at_place; end if;
  if at_place is not null and exists (select from safety_hold h where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not'
      and at_place = any(h.places)) then
    return at_service is null or exists (select from service s where s.id = at_service and s.assured_at is null);
  end if;
  return exists (select from safety_hold h where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and h.organization_id = whose
    and case when at_service is not null then exists (select from service s where s.id = at_service and s.assured_at is null
        and case h.status when 'is' then s.confidential
          else h.evidence @> jsonb_build_array(jsonb_build_object('serviceId', at_service::text)) or exists (
            select from service_at_location x where x.service_id = at_service and x.closed_at is null and x.location_id = any(h.places)) end)
      when at_place is not null then h.status = 'is' and exists (select from location l where l.id = at_place and l.visibility = 'hidden')
      else not exists (select from service s join service_at_location x on x.service_id = s.id and x.closed_at is null
        join location l on l.id = x.location_id
        where s.organization_id = whose and s.listing_state = 'published'
          and (l.visibility <> 'hidden' and l.id <> all(h.places))) end);
end $$;

-- An addressee that is, or has in it, a name of who is held, or of a listing of it.
create or replace function names_held(said text) returns boolean language plpgsql stable parallel safe strict
  set enable_nestloop = on as $$
begin
  return said <> '' and exists (select from safety_hold h join organization o on o.id = h.organization_id
    where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and exists (
      select from (select o.name union all select o.alternate_name union all select s.name from service s where s.organization_id = o.id) n(name)
      where length(n.name) > 5 and (word_similarity(folded_name(n.name), folded_name(said)) >= 0.7
        or length(said) > 8 and starts_with(folded_name(n.name), folded_name(said)))));
end $$;

-- Names of organizations that are held whole, as a pattern; null when there are none. Asked once a query.
create function kept_names() returns text language sql stable parallel safe set enable_nestloop = on as $$
  select '\m(?:' || string_agg(distinct regexp_replace(split_part(o.name, ',', 1), '([^[:alnum:] ])', '\\\1', 'g'), '|') || ')\M'
  from safety_hold h join organization o on o.id = h.organization_id
  where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and length(split_part(o.name, ',', 1)) > 5
    and is_held(o.id, null, null, null)
$$;

-- What another says of somebody who is held: sentences that name them, a street of theirs or a point are left out.
create function without_kept_names(said text, owner uuid) returns text language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  one record;
  told text := said;
begin
  for one in select o.name, h.places, '\m' || regexp_replace(split_part(o.name, ',', 1), '([^[:alnum:] ])', '\\\1', 'g') || '\M' as pattern
      from safety_hold h join organization o on o.id = h.organization_id
      where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and length(split_part(o.name, ',', 1)) > 5
        and o.id is distinct from owner and is_held(o.id, null, null, null) loop
    if told ~ one.pattern and not exists (select from organization x where x.id = owner and folded_name(x.name) = folded_name(one.name)) then
      select string_agg(case when part ~ one.pattern or part ~ '\d{2}[.]\d{3}' or exists (
            select from regexp_matches(lower(unaccent(part)), '[a-z0-9'']{3,}', 'g') as word join hidden_mark m
              on m.jurisdiction_id = app_jurisdiction() and m.location_id = any(one.places) and m.mark = mark_of('street ' || word[1]))
          then '[…]' else part end, ' ' order by n) into told
        from regexp_split_to_table(told, '(?<=[.;!?])\s+|\n+') with ordinality as p(part, n);
    end if;
  end loop;
  return told;
end $$;

create or replace function told_words(said text, owner uuid) returns text language plpgsql stable parallel safe
  set enable_nestloop = on as $$
declare
  one text[];
  key text;
  told text := said;
begin
  if said is null or said = '' or not exists (select from hidden_mark where jurisdiction_id = app_jurisdiction()) then
    return said;
  end if;
  for one in select regexp_matches(said, '(\m\d{1,6}[a-z]?[\s.,]+(?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\M[\s.,]+)*(?:(?:st|saint|mt|mount|ft|fort|the)\M[\s.]+)?[[:alnum:]'']+(?:(?:[ ]+[[:alpha:]'']+){0,2}[ ]+(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|row|alley)\M[.]?)?)', 'gi') loop
    key := street_key(one[1]);
    if exists (select from hidden_mark h where h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(key) and tells_whose(said, owner, h.location_id))
      and not exists (select from location l join address a on a.location_id = l.id
        where l.organization_id = owner and l.visibility = 'full' and street_key(a.address1) = key and location_told(l.id)) then
      told := replace(told, one[1], '[…]');
    end if;
  end loop;
  -- A number that a place keeps to itself is nobody else's.
  for one in select regexp_matches(said, '((?:\+?1[ .-]?)?\(?\m\d{3}\)?[ .-]*\d{3}[ .-]*\d{4}\M)', 'g') loop
    if exists (select from hidden_mark h where h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(phone_key(one[1]))) then
      told := replace(told, one[1], '[…]');
    end if;
  end loop;
  if exists (select from safety_hold h join organization o on o.id = h.organization_id
      where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and o.id is distinct from owner
        and position(split_part(o.name, ',', 1) in told) > 0) then
    told := without_kept_names(told, owner);
  end if;
  return case when has_hidden_mark(owner) then without_own_streets(told, owner) else told end;
end $$;

-- Planned once: with every call's own plan it takes three times as long.
alter function held_keeps(uuid, uuid, text) set plan_cache_mode = force_generic_plan;

-- Made from domain/directory/outgoing/outgoing-gate.ts, as in the migration open_data.
create or replace function organization_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe
  set enable_nestloop = on as $$
begin
  return exists (select from organization t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (
  exists (select from service os where os.jurisdiction_id = t.jurisdiction_id and os.organization_id = t.id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null))))
  or (t.source <> 'portal' and t.merged_into_id is null and not exists (
    select from service kept where kept.jurisdiction_id = t.jurisdiction_id and kept.organization_id = t.id
      and kept.listing_state = 'do_not_list')))));
end $$;
create or replace function program_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe
  set enable_nestloop = on as $$
begin
  return exists (select from program t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and organization_leaves(t.organization_id) and not (t.source <> 'portal' and is_held(t.organization_id, null, null, null))
  and (t.source <> 'portal' or exists (select from service os where os.jurisdiction_id = t.jurisdiction_id and os.organization_id = t.organization_id and os.program_id = t.id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))))));
end $$;
create or replace function location_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe
  set enable_nestloop = on as $$
begin
  return exists (select from location t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (
  exists (select from service_at_location ox where ox.location_id = t.id and (ox.closed_at is null and (ox.jurisdiction_id = app_jurisdiction() and exists (select from service os where os.id = ox.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))))))
  or (t.source <> 'portal' and not exists (select from service_at_location ux where ux.location_id = t.id)
    and (t.organization_id is null or organization_leaves(t.organization_id))))));
end $$;
create or replace function service_at_location_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe
  set enable_nestloop = on as $$
begin
  return exists (select from service_at_location t where t.id = wanted and (t.closed_at is null and (t.jurisdiction_id = app_jurisdiction() and exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))))));
end $$;
create or replace function contact_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe
  set enable_nestloop = on as $$
begin
  return exists (select from contact t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and not (place_keeps(t.location_id, 'contact') is true or site_keeps(t.service_at_location_id, 'contact') is true or (t.source <> 'portal' and held_keeps(coalesce(t.organization_id, (select l.organization_id from location l where l.id = t.location_id)), coalesce(t.service_id, (select x.service_id from service_at_location x where x.id = t.service_at_location_id)), 'contact')) or (t.source <> 'portal' and is_held(t.organization_id, t.service_id, t.location_id, t.service_at_location_id))) and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null))));
end $$;
create or replace function phone_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe
  set enable_nestloop = on as $$
begin
  return exists (select from phone t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and not (place_keeps(t.location_id, 'phone') is true or site_keeps(t.service_at_location_id, 'phone') is true or contact_keeps(t.contact_id, 'phone') is true or (t.source <> 'portal' and held_keeps(coalesce(t.organization_id, (select c.organization_id from contact c where c.id = t.contact_id)), coalesce(t.service_id, (select c.service_id from contact c where c.id = t.contact_id), (select x.service_id from service_at_location x where x.id = t.service_at_location_id)), 'phone'))) and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id) or contact_leaves(t.contact_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null and t.contact_id is null))));
end $$;
