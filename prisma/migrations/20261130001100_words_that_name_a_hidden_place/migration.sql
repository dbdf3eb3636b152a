-- What a text would name a place by that is not shown (domain/directory/outgoing/told-words.ts).
CREATE TABLE "hidden_mark" (
    "jurisdiction_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "mark" TEXT NOT NULL,

    CONSTRAINT "hidden_mark_pkey" PRIMARY KEY ("jurisdiction_id","mark","location_id")
);
CREATE INDEX "hidden_mark_location_id_idx" ON "hidden_mark"("location_id");

alter table hidden_mark enable row level security;
create policy tenant on hidden_mark using (jurisdiction_id = (select app_jurisdiction()));
grant select, insert, delete on hidden_mark to upstream_app;

-- Number and name of a street, without its kind and direction: "2300 N. St. Paul Street" is "2300 st paul". Null of what is none.
create function street_key(line text) returns text language sql stable parallel safe as $$
  select m[1] || ' ' || regexp_replace(regexp_replace(coalesce(m[2], ''), 'saint', 'st'), '[^a-z]', '', 'g')
    || case when m[2] is null then '' else ' ' end || m[3]
  from regexp_match(lower(unaccent(line)),
    '^\W*(\d{1,6}[a-z]?)[\s.,]+(?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\M[\s.,]+)*((?:st|saint|mt|mount|ft|fort|the)\M[\s.]+)?([a-z0-9'']+)') as m
$$;
-- Ten digits of a phone as it is dialled in the country; null of what is none.
create function phone_key(said text) returns text language sql immutable parallel safe as $$
  select case when digits ~ '^1?\d{10}$' then right(digits, 10) end from regexp_replace(said, '\D', '', 'g') as digits
$$;
create function mark_of(key text) returns text language sql stable parallel safe as $$
  select encode(sha256(convert_to(app_jurisdiction()::text || ' ' || key, 'UTF8')), 'hex')
$$;

-- Remembers what names these places while they are not shown whole, before their addresses go; forgets those that are.
create function mark_hidden_places(places uuid[]) returns void language sql as $$
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
  ), said as (
    select o.id, street_key(a.address1) as key from own o join address a on a.location_id = o.id where not o.shown
    union
    -- A number that is shown elsewhere names nothing.
    select n.id, n.key from line n where not exists (select from phone q where q.jurisdiction_id = app_jurisdiction()
      and phone_key(q.number) = n.key and phone_leaves(q.id))
  )
  insert into hidden_mark (jurisdiction_id, location_id, mark)
  select app_jurisdiction(), id, mark_of(key) from said where key is not null on conflict do nothing
$$;

-- Whether a text that says where a place is tells whose place that is: because it is its own organization's, or names it.
create function tells_whose(said text, owner uuid, place uuid) returns boolean language sql stable parallel safe as $$
  select owner is null or exists (
    select from location l left join service_at_location x on x.location_id = l.id left join service s on s.id = x.service_id
      join organization o on o.id in (l.organization_id, s.organization_id)
    where l.id = place and (o.id = owner or exists (
      select from unnest(array[split_part(o.name, ',', 1), o.alternate_name, s.name]) as known
      where length(known) > 3 and position(lower(unaccent(known)) in lower(unaccent(said))) > 0)))
$$;

-- A text as it may leave: without the street line or the phone of a place that is not shown. What another organization says of the
-- same building, and nothing of whose place it is, stands; a street where its own organization has a place that is shown as well.
create function told_words(said text, owner uuid) returns text language plpgsql stable parallel safe as $$
declare
  one text[];
  key text;
  told text := said;
begin
  if said is null or said !~ '\d' or not exists (select from hidden_mark where jurisdiction_id = app_jurisdiction()) then
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
  for one in select regexp_matches(said, '((?:\+?1[ .-]?)?\(?\m\d{3}\)?[ .-]*\d{3}[ .-]*\d{4}\M)', 'g') loop
    if exists (select from hidden_mark h where h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(phone_key(one[1]))
        and tells_whose(said, owner, h.location_id)) then
      told := replace(told, one[1], '[…]');
    end if;
  end loop;
  return told;
end $$;

-- Places that show their town alone already. Streets of hidden ones are not known any more.
insert into hidden_mark (jurisdiction_id, location_id, mark)
select l.jurisdiction_id, l.id, encode(sha256(convert_to(l.jurisdiction_id::text || ' ' || street_key(a.address1), 'UTF8')), 'hex')
from location l join address a on a.location_id = l.id
where l.visibility = 'partial' and street_key(a.address1) is not null on conflict do nothing;
-- What search keeps of their listings is written anew by the worker (complete-search-rows.server.ts).
with named as (
  select distinct s.id from service s join location l on l.organization_id = s.organization_id where l.visibility = 'partial'
), reach as (delete from listing_reach where service_id in (select id from named)),
words as (delete from listing_words where service_id in (select id from named)),
cards as (delete from listing_card where service_id in (select id from named))
delete from listing_search where service_id in (select id from named);
