-- Words of an organization's name that few others have, while it has a place that is not shown: who writes of "the Marigold house" means it.
alter table organization add column telling_words text[] not null default '{}';

create function mark_telling_words(owners uuid[]) returns void language sql set enable_nestloop = on as $$
  with own as materialized (
    select o.id, o.name, o.alternate_name, array(select h.mark from hidden_mark h join location l on l.id = h.location_id where l.organization_id = o.id
      union select h.mark from hidden_mark h join service_at_location x on x.location_id = h.location_id
        join service s on s.id = x.service_id where s.organization_id = o.id) as marks
    from organization o where o.id = any(owners) and o.jurisdiction_id = app_jurisdiction()
  ), word as materialized (
    select distinct o.id, w as word from own o cross join lateral unnest(array[o.name, o.alternate_name]) n(name)
      cross join lateral regexp_split_to_table(name_key(n.name), ' ') w
    -- A street that is called as the organization is: its name alone says nothing of whose it is.
    where cardinality(o.marks) > 0 and length(w) >= 4 and w !~ '^\d|^(?:street|avenue|road|boulevard|lane|drive|court|place|parkway|terrace|circle|square|pike|highway|alley|calle|avenida)$'
      and mark_of('street ' || w) <> all(o.marks)
  ), used as materialized (
    select w.word, count(*) as times from (select distinct word from word) w join (
      select distinct o.id, x as word from organization o cross join lateral regexp_split_to_table(name_key(o.name), ' ') x
      where o.jurisdiction_id = app_jurisdiction() and o.merged_into_id is null) o using (word) group by 1
  ), said as materialized (
    select ' ' || lower(unaccent(left(description, 3000))) as text from service where jurisdiction_id = app_jurisdiction() limit 2000
  ), everyday as materialized (
    -- Few are called so, and many speak of it: "child".
    select word from (select distinct word from word) w
    where (select count(*) from said where position(' ' || word in text) > 0) > 5 + (select count(*) from said) / 100
  ), telling as (
    select o.id, coalesce(array_agg(w.word order by w.word) filter (where w.word is not null and coalesce(u.times, 0) <= 3
      and w.word not in (select word from everyday)), '{}') as words
    from own o left join word w on w.id = o.id left join used u using (word) group by 1
  )
  update organization o set telling_words = t.words from telling t where o.id = t.id and o.telling_words is distinct from t.words
$$;

create or replace function mark_hidden_places(places uuid[]) returns void language sql set enable_nestloop = on as $$
  with own as materialized (
    select l.id, l.visibility = 'full' and not exists (select from service_at_location x join service s on s.id = x.service_id
        where x.location_id = l.id and s.confidential) as shown,
      case when not l.approximate then l.latitude::numeric end as latitude, l.longitude::numeric as longitude
    from location l where l.id = any(places) and l.jurisdiction_id = app_jurisdiction()
  ), forgotten as (
    delete from hidden_mark h where h.location_id in (select id from own where shown) and h.jurisdiction_id = app_jurisdiction()
  ), site as materialized (
    select x.id, o.id as place, x.service_id from own o join service_at_location x on x.location_id = o.id where not o.shown
  ), person as materialized (
    select c.id, o.id as place from own o join contact c on c.location_id = o.id where not o.shown
  ), line as materialized (
    select n.place as id, n.key from (
      select p.location_id as place, phone_key(p.number) as key from phone p
        where p.jurisdiction_id = app_jurisdiction() and p.location_id in (select id from own where not shown)
      union select s.place, phone_key(p.number) from site s join phone p on p.service_at_location_id = s.id
      union select c.place, phone_key(p.number) from person c join phone p on p.contact_id = c.id) n
    where n.key is not null and place_keeps(n.place, 'phone')
  ), alike as materialized (
    select q.id, k.key from (select distinct key from line) k
    join (select p.id, phone_key(p.number) as key from phone p where p.jurisdiction_id = app_jurisdiction()) q on q.key = k.key
  ), told as materialized (
    select distinct key from alike where phone_leaves(id)
  ), address_now as materialized (
    select o.id, a.id as address_id, a.address1 from own o join address a on a.location_id = o.id where not o.shown
  ), former as materialized (
    select s.place as id, s.service_id, f.previous, f.replacement from site s join field_change f on f.jurisdiction_id = app_jurisdiction()
      and f.service_id = s.service_id where f.entity = 'address' and f.field = 'address_1'
    union select n.id, null, f.previous, f.replacement from address_now n join field_change f on f.entity_id = n.address_id
      where f.jurisdiction_id = app_jurisdiction() and f.field = 'address_1'
  ), street as materialized (
    select n.id, p.key from address_now n cross join lateral street_parts(n.address1) p
    union
    -- A listing's history is that of all its places: those that are shown keep their streets.
    select f.id, p.key from former f cross join lateral unnest(array[f.previous, f.replacement]) w cross join lateral street_parts(w) p
      where not exists (select from service_at_location x join location l on l.id = x.location_id join address a on a.location_id = l.id
        cross join lateral street_parts(a.address1) q where x.service_id = f.service_id and l.visibility = 'full' and q.key = p.key)
  ), said as (
    select id, key from street union select id, street_name_key(key) from street
    union select o.id, k from own o cross join lateral point_keys(o.latitude, o.longitude) k where not o.shown
    union
    -- Rows that go with its hiding: a source that gives them to another place tells the same.
    select id, 'row ' || address_id from address_now
    union select o.id, 'row ' || y.id from own o join accessibility y on y.location_id = o.id where not o.shown
    union
    -- A number that is shown elsewhere names nothing.
    select n.id, n.key from line n where n.key not in (select key from told)
  )
  insert into hidden_mark (jurisdiction_id, location_id, mark)
  select app_jurisdiction(), id, mark_of(key) from said where key is not null on conflict do nothing;
  select mark_telling_words(array(select l.organization_id from location l where l.id = any(places) and l.organization_id is not null
    union select s.organization_id from service_at_location x join service s on s.id = x.service_id where x.location_id = any(places)))
$$;

-- Names of organizations that are held whole, and of who has a place that is not shown, and words for a refuge, as a pattern; null when there
-- are none. Asked once a query.
create or replace function kept_names() returns text language sql stable parallel safe set enable_nestloop = on as $$
  select '(?:' || string_agg(distinct pattern, '|') || '|[Ss][Hh][Ee][Ll][Tt][Ee][Rr]|[Rr][Ee][Ff][Uu][Gg]|[Aa]lbergue|[Ss]afe ?[Hh]ouse|[Vv]iolenc|[Bb]attered)' from (
    select name_pattern(o.name) as pattern from safety_hold h join organization o on o.id = h.organization_id
    where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and length(split_part(o.name, ',', 1)) > 5
      and is_held(o.id, null, null, null)
    union select name_pattern(n.name) from unnest((select marked_owners())) w(id) join organization o on o.id = w.id
      cross join lateral (values (o.name), (o.alternate_name)) n(name) where length(split_part(n.name, ',', 1)) > 5
    union select name_pattern(s.name) from (select distinct h.location_id from hidden_mark h where h.jurisdiction_id = app_jurisdiction()) p
      join service_at_location x on x.location_id = p.location_id join service s on s.id = x.service_id where s.name ~ '\w{3}.*\W\w{3}'
    union select '\m' || (select string_agg('[' || c || upper(c) || ']', '' order by k) from regexp_split_to_table(word, '') with ordinality as p(c, k))
      from unnest((select marked_owners())) w(id) join organization o on o.id = w.id cross join lateral unnest(o.telling_words) word) p
$$;

-- A text so that a name (name_key) is looked for in it as letters: PostgreSQL keeps few patterns compiled, and a pattern for each name of a
-- directory, asked of each text, would have all of them compiled anew each time.
create function words_of(said text) returns text language sql immutable parallel safe as $$ select ' ' || coalesce(name_key(said), '') || ' ' $$;

-- Words of a text that it says as a street: "on Zebrawood", "calle Zebrawood", "Zebrawood Avenue".
create function said_streets(said text) returns setof text language sql immutable parallel safe rows 3 as $$
  select m[1] from regexp_matches(said, '\m(?:on|off|at|along|calle|avenida|corner of|esquina de|esquina con)\s+(?:(?:the|la|el)\s+)?(?:(?:n|s|e|w|north|south|east|west)\M\.?\s+)?(?:(?:st|saint|mt|mount|ft|fort)\M\.?\s+)?([a-z0-9'']{3,})', 'g') m
  union select m[1] from regexp_matches(said, '\m([a-z0-9'']{3,})(?=(?:\s+[a-z'']+){0,2}\s+(?:st|street|ave|av|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|row|alley)\M)', 'g') m
$$;

-- Of a text that names who has a place that is not shown, by a word of the name or whole, by a listing there, or speaks of a refuge: the
-- sentences without those that say its street; of one that names it whole those with the street's word alone too. Who shows a place of its
-- own in that street may say so.
create or replace function without_hidden_streets(said text, owner uuid) returns text language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  one record;
  told text := said;
  near uuid[];
  key text;
  whole boolean;
  named boolean;
begin
  select array_agg(distinct m.location_id) into near
    from (select distinct mark_of('street ' || w[1]) as mark from regexp_matches(lower(unaccent(said)), '[a-z0-9'']{3,}', 'g') w) here
    join hidden_mark m on m.jurisdiction_id = app_jurisdiction() and m.mark = here.mark;
  if near is null then return said; end if;
  key := words_of(said);
  for one in select o.name, o.alternate_name, o.telling_words, array_agg(distinct p.id) as places, array_agg(distinct p.listing) as listings
      from (select l.id, l.organization_id as owner, null as listing from location l where l.id = any(near)
        union select x.location_id, s.organization_id, s.name from service_at_location x join service s on s.id = x.service_id
          where x.location_id = any(near)) p join organization o on o.id = p.owner
      where o.id is distinct from without_hidden_streets.owner group by o.id loop
    whole := exists (select from unnest(array[one.name, one.alternate_name]) n(name)
      where length(split_part(name, ',', 1)) > 5 and position(words_of(split_part(name, ',', 1)) in key) > 0);
    named := whole or exists (select from unnest(one.telling_words) word where position(' ' || word in key) > 0)
      or exists (select from unnest(one.listings) n(name) where length(name) > 5 and position(words_of(name) in key) > 0);
    if named or told ~* '\m(?:shelters?|safe ?houses?|refuges?|refugios?|albergues?|battered|(?:domestic|family) violence|violencia)\M' then
      select string_agg(case when exists (
            select from said_streets(lower(unaccent(part))) as word join hidden_mark m on m.jurisdiction_id = app_jurisdiction()
              and m.location_id = any(one.places) and m.mark = mark_of('street ' || word)
            where named or own_street(without_hidden_streets.owner, 'street ' || word) is not true)
          or whole and exists (
            select from regexp_matches(lower(unaccent(part)), '[a-z0-9'']{3,}', 'g') as word join hidden_mark m
              on m.jurisdiction_id = app_jurisdiction() and m.location_id = any(one.places) and m.mark = mark_of('street ' || word[1]))
          then '[…]' else part end, ' ' order by n) into told
        from regexp_split_to_table(told, '(?<=[.;!?])\s+|\n+') with ordinality as p(part, n);
    end if;
  end loop;
  return told;
end $$;
drop function hidden_names();

create or replace function without_kept_names(said text, owner uuid) returns text language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  one record;
  plain text := plain_text(said);
  told text := plain;
  key text := words_of(plain);
begin
  for one in select * from (select o.id, o.name, h.places, name_pattern(o.name) as pattern
        from safety_hold h join organization o on o.id = h.organization_id
        where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and length(split_part(o.name, ',', 1)) > 5
          and o.id is distinct from owner and position(words_of(split_part(o.name, ',', 1)) in key) > 0 offset 0) named
      where plain ~ named.pattern and is_held(named.id, null, null, null) loop
    if not exists (select from organization x where x.id = owner and name_key(x.name) = name_key(one.name)) then
      select string_agg(case when part ~ one.pattern or part ~ '\d{2}[.]\d{3}' or part ~ '\d{3}\D{1,3}\d{3}\D{0,3}\d{4}' or exists (
            select from regexp_matches(lower(unaccent(part)), '[a-z0-9'']{3,}', 'g') as word join hidden_mark m
              on m.jurisdiction_id = app_jurisdiction() and m.location_id = any(one.places) and m.mark = mark_of('street ' || word[1]))
            or exists (select from contact c, regexp_split_to_table(lower(unaccent(c.name)), '[^a-z]+') as surname
              where c.jurisdiction_id = app_jurisdiction() and length(surname) > 4 and position(surname in lower(unaccent(part))) > 0
                and (c.organization_id = one.id or c.location_id = any(one.places)
                  or c.service_id in (select s.id from service s where s.organization_id = one.id)
                  or c.service_at_location_id in (select x.id from service_at_location x where x.location_id = any(one.places))))
          then '[…]' else part end, ' ' order by n) into told
        from regexp_split_to_table(told, '(?<=[.;!?])\s+|\n+') with ordinality as p(part, n);
    end if;
  end loop;
  told := without_hidden_streets(told, owner);
  return case when told = plain then said else told end;
end $$;

-- Whether an organization shows a place of its own in a street.
create function own_street(owner uuid, wanted text) returns boolean language plpgsql stable parallel safe strict set enable_nestloop = on as $$
begin
  return exists (select from location l join address a on a.location_id = l.id cross join lateral street_parts(a.address1) p
    where (l.organization_id = owner or l.id in (select x.location_id from service s join service_at_location x on x.service_id = s.id
        where s.organization_id = owner and x.closed_at is null))
      and l.visibility = 'full' and street_name_key(p.key) = wanted and location_told(l.id));
end $$;

-- A text as it may leave: without number and street, point or phone of a place that is not shown, decided or not: but of who shows a place of
-- its own there.
create or replace function without_places(said text, owner uuid) returns text language plpgsql stable parallel safe
  set enable_nestloop = on set plan_cache_mode = force_generic_plan as $$
declare
  one record;
  plain text;
  told text;
begin
  if said is null or said = '' or not exists (select from hidden_mark where jurisdiction_id = app_jurisdiction()) then
    return said;
  end if;
  plain := plain_text(said);
  told := plain;
  if plain ~ '\d' and may_name(plain) then
    for one in select c.part from (
          select p.part, p.key, false as dialled from street_parts(plain) p
          union all select p.part, p.key, false from point_parts(plain) p
          union all select m[1], phone_key(m[1]), true
            from regexp_matches(plain, '((?:\+?1[ ./-]?)?\(?\m\d{3}\)?[\s./_–-]*\d{3}[\s./_–-]*\d{4}\M)', 'g') m) c
        cross join lateral (select h.location_id from hidden_mark h
          where h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(c.key) offset 0) h
        -- A number that a place keeps to itself is nobody else's; an address is who shows a place of its own there.
        where c.dialled or own_shows(owner, c.key) is not true
        group by c.part order by length(c.part) desc loop
      told := replace(told, one.part, '[…]');
    end loop;
  end if;
  return case when told = plain then said else told end;
end $$;
drop function tells_whose(text, uuid, uuid);

-- An address of the web or of mail: its words may stand in any order and without a space before a number.
create or replace function told_address(said text, owner uuid, kept text) returns text language plpgsql stable parallel safe as $$
declare
  one text[];
  words text := said;
begin
  for one in select distinct regexp_matches(said, '(%([2-7][0-9a-f]))', 'gi') loop
    words := replace(words, one[1], chr(('x' || lpad(one[2], 8, '0'))::bit(32)::int));
  end loop;
  if told_text(words, owner, kept) is distinct from words then return null; end if;
  words := initcap(btrim(regexp_replace(regexp_replace(plain_text(words), '(\d)([[:alpha:]])', '\1 \2', 'g'), '[^[:alnum:]]+', ' ', 'g')));
  if told_text(words, owner, kept) is distinct from words then return null; end if;
  words := 'on ' || replace(words, ' ', ' on ');
  return case when without_hidden_streets(words, owner) is not distinct from words then said end;
end $$;

-- Rows that went with a hiding before there were marks of them, by their history.
insert into hidden_mark (jurisdiction_id, location_id, mark)
select distinct f.jurisdiction_id, x.location_id, encode(sha256(convert_to(f.jurisdiction_id::text || ' row ' || f.entity_id, 'UTF8')), 'hex')
from field_change f join service_at_location x on x.service_id = f.service_id join location l on l.id = x.location_id
where f.entity in ('address', 'accessibility') and l.visibility = 'hidden'
  and not exists (select from address a where a.id = f.entity_id) and not exists (select from accessibility y where y.id = f.entity_id)
on conflict do nothing;
insert into hidden_mark (jurisdiction_id, location_id, mark)
select a.jurisdiction_id, a.location_id, encode(sha256(convert_to(a.jurisdiction_id::text || ' row ' || a.id, 'UTF8')), 'hex')
from address a join location l on l.id = a.location_id where l.visibility <> 'full' on conflict do nothing;
do $$
declare
  one record;
begin
  for one in select distinct jurisdiction_id as id from hidden_mark loop
    perform set_config('app.jurisdiction_id', one.id::text, true);
    perform mark_telling_words(array(select o.id from organization o where o.jurisdiction_id = one.id));
  end loop;
  perform set_config('app.jurisdiction_id', '', true);
end $$;
-- What search keeps of texts beside them is written anew by the worker (complete-search-rows.server.ts).
with named as (
  select s.id from service s where s.jurisdiction_id in (select jurisdiction_id from hidden_mark)
), reach as (delete from listing_reach where service_id in (select id from named)),
words as (delete from listing_words where service_id in (select id from named)),
cards as (delete from listing_card where service_id in (select id from named))
delete from listing_search where service_id in (select id from named);
