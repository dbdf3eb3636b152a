-- A place that is not shown is named by its street alone as well, in its own organization's words: "the house on Zebrawood".

-- The name of a street without its number, as a mark: "77 st paul" gives "street paul".
create function street_name_key(key text) returns text language sql immutable parallel safe as $$
  select 'street ' || regexp_replace(key, '^.* ', '')
$$;

-- Remembers what names these places while they are not shown whole, before their addresses go; forgets those that are.
create or replace function mark_hidden_places(places uuid[]) returns void language sql as $$
  with own as (
    select l.id, l.visibility = 'full' and not exists (select from service_at_location x join service s on s.id = x.service_id
        where x.location_id = l.id and s.confidential) as shown
    from location l where l.id = any(places) and l.jurisdiction_id = app_jurisdiction()
  ), forgotten as (
    delete from hidden_mark h where h.location_id in (select id from own where shown) and h.jurisdiction_id = app_jurisdiction()
  ), line as (
    select o.id, phone_key(p.number) as key from own o join phone p on p.jurisdiction_id = app_jurisdiction()
      and (p.location_id = o.id or p.service_at_location_id in (select x.id from service_at_location x where x.location_id = o.id)
        or p.contact_id in (select c.id from contact c where c.location_id = o.id))
    where not o.shown and place_keeps(o.id, 'phone')
  ), street as (
    select o.id, street_key(a.address1) as key from own o join address a on a.location_id = o.id where not o.shown
  ), said as (
    select id, key from street union select id, street_name_key(key) from street
    union
    -- A number that is shown elsewhere names nothing.
    select n.id, n.key from line n where not exists (select from phone q where q.jurisdiction_id = app_jurisdiction()
      and phone_key(q.number) = n.key and phone_leaves(q.id))
  )
  insert into hidden_mark (jurisdiction_id, location_id, mark)
  select app_jurisdiction(), id, mark_of(key) from said where key is not null on conflict do nothing
$$;

-- Whether a text that says where a place is tells whose place that is: because it is its own organization's, names it, or says what it is.
create or replace function tells_whose(said text, owner uuid, place uuid) returns boolean language sql stable parallel safe as $$
  select owner is null or said ~* '\m(?:shelters?|safe ?houses?|refuges?|refugios?|albergues?|battered|(?:domestic|family) violence|violencia)\M'
    or exists (
      select from location l left join service_at_location x on x.location_id = l.id left join service s on s.id = x.service_id
        join organization o on o.id in (l.organization_id, s.organization_id)
      where l.id = place and (o.id = owner or exists (
        select from unnest(array[split_part(o.name, ',', 1), o.alternate_name, s.name]) as known
        where length(known) > 3 and position(lower(unaccent(known)) in lower(unaccent(said))) > 0)))
$$;

-- Whether an organization has a place that is not shown and was known by its street.
create function has_hidden_mark(owner uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from hidden_mark h join location l on l.id = h.location_id
    where h.jurisdiction_id = app_jurisdiction() and l.organization_id = owner);
end $$;

-- Its own words without the names of the streets where its places that are not shown stand, where they are named as streets.
create function without_own_streets(said text, owner uuid) returns text language plpgsql stable parallel safe as $$
declare
  one text[];
  told text := said;
begin
  for one in select regexp_matches(said, '(?:\m(?:on|at|off|near|along|of|to|en|calle|avenida)\s+(?:la\s+)?(?:[NSEW]\.?\s+)?(?:(?:St|Saint|Mt|Mount|Ft|Fort|The)\M[.\s]+)?([[:upper:][:digit:]][[:alnum:]'']*)|([[:upper:][:digit:]][[:alnum:]'']*)\s+(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|row|alley|house|home|building)\M)', 'g') loop
    if exists (select from hidden_mark h join location l on l.id = h.location_id
        where h.jurisdiction_id = app_jurisdiction() and l.organization_id = owner
          and h.mark = mark_of('street ' || regexp_replace(lower(unaccent(coalesce(one[1], one[2]))), '[^a-z0-9'']', '', 'g')))
      and not exists (select from location l join address a on a.location_id = l.id
        where l.organization_id = owner and l.visibility = 'full' and location_told(l.id)
          and street_name_key(street_key(a.address1)) = 'street ' || lower(unaccent(coalesce(one[1], one[2])))) then
      told := regexp_replace(told, '\m' || coalesce(one[1], one[2]) || '\M', '[…]', 'g');
    end if;
  end loop;
  return told;
end $$;

-- A text as it may leave: without the street line or the phone of a place that is not shown, and in its own organization's words without
-- its street's name. What another organization says of the same building, and nothing of whose place it is, stands; a street where
-- its own organization has a place that is shown as well.
create or replace function told_words(said text, owner uuid) returns text language plpgsql stable parallel safe as $$
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
  return case when has_hidden_mark(owner) then without_own_streets(told, owner) else told end;
end $$;

insert into hidden_mark (jurisdiction_id, location_id, mark)
select l.jurisdiction_id, l.id, encode(sha256(convert_to(l.jurisdiction_id::text || ' ' || street_name_key(street_key(a.address1)), 'UTF8')), 'hex')
from location l join address a on a.location_id = l.id
where l.visibility = 'partial' and street_key(a.address1) is not null on conflict do nothing;
-- What search keeps of their listings is written anew by the worker (complete-search-rows.server.ts).
with named as (
  select distinct s.id from service s join location l on l.organization_id = s.organization_id where l.visibility = 'partial'
), reach as (delete from listing_reach where service_id in (select id from named)),
words as (delete from listing_words where service_id in (select id from named)),
cards as (delete from listing_card where service_id in (select id from named))
delete from listing_search where service_id in (select id from named);
