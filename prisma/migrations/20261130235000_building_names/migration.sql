-- Names of a building and of a part of it ("Selwick Annex, 2nd floor") name a place as its street does.

-- What such a line calls the place, without its unit; null where it calls it nothing of its own.
create function building_key(said text) returns text language sql immutable parallel safe as $$
  select case when key ~ '[a-z]{4,}' and regexp_replace(key, '\m(?:main|office|offices|headquarters|site|location|center|centre|house|shelter|home|program|services?|building|annex|branch|campus|confidential|address|rear|front|basement|mailing|entrance|street|lower|upper|level|community|family|emergency|transitional|housing|domestic|violence|oficina|centro|casa|principal)\M', '', 'g') ~ '[a-z]{3,}'
    then key end
  from (select btrim(regexp_replace(regexp_replace(' ' || name_key(said) || ' ',
    ' (?:(?:suite|ste|apt|apartment|unit|rm|room|bldg|box)(?: [a-z]?\d*[a-z]?)?|floor|fl|piso|po|first|second|third|fourth|ground|\d+(?:st|nd|rd|th)?[a-z]?)(?= )', '', 'g'), '\s+', ' ', 'g')) as key) k
$$;

-- The lines of an address without its unit: "Suite 4" is no street with a number.
create function street_lines(variadic said text[]) returns setof text language sql immutable parallel safe rows 2 as $$
  select regexp_replace(line, '\m(?:suite|ste|apt|apartment|unit|room|rm|bldg|building|floor|fl|piso|box)\M[.]?[\s#]*[a-z]?[-\s]?\d+[a-z]?\M', ' ', 'gi')
  from unnest(said) line where line is not null
$$;

-- One to five words of a text that follow each other, as it says them and as building_key has them.
create function said_phrases(told text) returns table(said text, key text) language plpgsql immutable parallel safe rows 300 as $$
declare
  words text[];
  gaps text[];
  folded text[];
begin
  select array_agg(m[1] order by n), array_agg(m[2] order by n), array_agg(lower(unaccent(m[1])) order by n) into words, gaps, folded
    from regexp_matches(told, '([[:alnum:]]+)([^[:alnum:]]*)', 'g') with ordinality as p(m, n);
  for a in 1 .. coalesce(cardinality(words), 0) loop
    said := words[a];
    key := folded[a];
    return next;
    for z in a + 1 .. least(a + 4, cardinality(words)) loop
      said := said || gaps[z - 1] || words[z];
      key := key || ' ' || folded[z];
      return next;
    end loop;
  end loop;
end $$;

create or replace function mark_hidden_places(places uuid[])
 RETURNS void
 LANGUAGE sql
 SET enable_nestloop TO 'on'
AS $function$
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
    select o.id, a.id as address_id, a.address1, a.address2 from own o join address a on a.location_id = o.id where not o.shown
  ), former as materialized (
    select s.place as id, s.service_id, f.previous, f.replacement from site s join field_change f on f.jurisdiction_id = app_jurisdiction()
      and f.service_id = s.service_id where f.entity = 'address' and f.field = 'address_1'
    union select n.id, null, f.previous, f.replacement from address_now n join field_change f on f.entity_id = n.address_id
      where f.jurisdiction_id = app_jurisdiction() and f.field = 'address_1'
  ), street as materialized (
    select n.id, p.key from address_now n cross join lateral street_lines(n.address1, n.address2) line cross join lateral street_parts(line) p
    union
    -- A listing's history is that of all its places: those that are shown keep their streets.
    select f.id, p.key from former f cross join lateral street_lines(f.previous, f.replacement) w cross join lateral street_parts(w) p
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
    union select id, 'part ' || building_key(address2) from address_now
    union select l.id, 'name ' || building_key(n.name) from own o join location l using (id)
      cross join lateral (values (l.name), (l.alternate_name)) n(name) where not o.shown
  )
  insert into hidden_mark (jurisdiction_id, location_id, mark)
  select app_jurisdiction(), id, mark_of(key) from said where key is not null on conflict do nothing;
  select mark_telling_words(array(select l.organization_id from location l where l.id = any(places) and l.organization_id is not null
    union select s.organization_id from service_at_location x join service s on s.id = x.service_id where x.location_id = any(places)))
$function$;

create or replace function without_own_streets(said text, owner uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET enable_nestloop TO 'on'
AS $function$
declare
  one record;
  own uuid[];
  told text := said;
  cut boolean := position('[…]' in said) > 0;
begin
  for one in select w.name, 'street ' || regexp_replace(lower(unaccent(w.name)), '[^a-z0-9'']', '', 'g')
        || case when w.name !~ '^\d{1,3}$' then '' when w.name::int % 100 in (11, 12, 13) then 'th' when w.name::int % 10 = 1 then 'st'
          when w.name::int % 10 = 2 then 'nd' when w.name::int % 10 = 3 then 'rd' else 'th' end as key from (
      select distinct coalesce(m[1], m[2], m[3]) as name from regexp_matches(said, '(?:\m(?:on|at|off|near|along|of|to|en|calle|avenida)\s+(?:la\s+)?(?:[NSEW]\.?\s+)?(?:(?:St|Saint|Mt|Mount|Ft|Fort|The)\M[.\s]+)?([[:alpha:][:digit:]][[:alnum:]'']*)|([[:alpha:][:digit:]][[:alnum:]'']*)\s+(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|row|alley|house|home|building)\M|\m\d{1,6}\s+(?:n|s|e|w|north|south|east|west)\M[.]?\s+(\d{1,3})\M)', 'gi') m
      union select m[1] from regexp_matches(said, '\m([[:upper:]][[:alnum:]'']*)(?=(?:\s+[[:upper:]][[:alnum:]''.]*){1,3}\s+(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|Court|Pl|Place|Pkwy|Parkway|Ter|Terrace|Cir|Circle|Sq|Square|Pike|Hwy|Highway)\M)', 'g') m) w
      where w.name ~ '^[[:upper:][:digit:]]' loop
    if exists (select from hidden_mark h join location l on l.id = h.location_id
        where h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(one.key)
          and (l.organization_id = owner or exists (select from service_at_location x join service s on s.id = x.service_id
            where x.location_id = l.id and s.organization_id = owner)))
      and not exists (select from location l join address a on a.location_id = l.id cross join lateral street_parts(a.address1) p
        where l.organization_id = owner and l.visibility = 'full' and street_name_key(p.key) = one.key and location_told(l.id)) then
      told := regexp_replace(told, '\m' || one.name || '\M', '[…]', 'g');
      cut := true;
    end if;
  end loop;
  -- Its building says where it is as the street does; what the organization and its listings are called is told.
  select array_agg(distinct h.location_id) into own from hidden_mark h join location l on l.id = h.location_id
    where h.jurisdiction_id = app_jurisdiction() and (l.organization_id = owner or exists (
      select from service_at_location x join service s on s.id = x.service_id where x.location_id = l.id and s.organization_id = owner));
  for one in select distinct p.said from said_phrases(told) p where exists (select from hidden_mark h
        where h.jurisdiction_id = app_jurisdiction() and h.location_id = any(own)
          and (h.mark = mark_of('part ' || p.key) or h.mark = mark_of('name ' || p.key) and not exists (
            select from service s where s.organization_id = owner and position(' ' || p.key || ' ' in words_of(s.name)) > 0)))
      and not exists (select from organization o, unnest(array[o.name, o.alternate_name]) called
        where o.id = owner and position(' ' || p.key || ' ' in words_of(called)) > 0) loop
    told := replace(told, one.said, '[…]');
  end loop;
  -- A street's name is several words, and in Spanish its number follows: "avenida […] Luther King Jr Blvd 1203".
  if cut then
    told := regexp_replace(told, '\[…\](?:[ ,_-]+(?:[[:upper:]][[:alnum:]''’.]*|east|west|north|south|este|oeste|norte|sur|numero|num[.]?|no[.]|#)){1,5}(?=[ ,]|$|[^[:alnum:]])', '[…]', 'g');
    told := regexp_replace(told, '(?:\m\d{1,6}[ ,]+(?:(?:n|s|e|w|north|south|east|west)[.]?\s+)?)?\[…\](?:[ ,#]+\d{1,6}\M)?', '[…]', 'gi');
  end if;
  return told;
end $function$;

create or replace function without_hidden_streets(said text, owner uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET enable_nestloop TO 'on'
AS $function$
declare
  one record;
  told text := said;
  near uuid[];
  key text;
  whole boolean;
  named boolean;
begin
  select array_agg(distinct m.location_id) into near
    from (select distinct mark_of('street ' || w[1]) as mark from regexp_matches(lower(unaccent(said)), '[a-z0-9'']{3,}', 'g') w
      union select mark_of(kind || p.key) from said_phrases(said) p, unnest(array['part ', 'name ']) kind) here
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
          or named and exists (select from said_phrases(part) p cross join lateral unnest(array['part ', 'name ']) kind join hidden_mark m
            on m.jurisdiction_id = app_jurisdiction() and m.location_id = any(one.places) and m.mark = mark_of(kind || p.key)
            where position(' ' || p.key || ' ' in words_of(concat_ws(' ', one.name, one.alternate_name, array_to_string(one.listings, ' ')))) = 0)
          or whole and exists (
            select from regexp_matches(lower(unaccent(part)), '[a-z0-9'']{3,}', 'g') as word join hidden_mark m
              on m.jurisdiction_id = app_jurisdiction() and m.location_id = any(one.places) and m.mark = mark_of('street ' || word[1]))
          then '[…]' else part end, ' ' order by n) into told
        from regexp_split_to_table(told, '(?<=[.;!?])\s+|\n+') with ordinality as p(part, n);
    end if;
  end loop;
  return told;
end $function$;

create or replace function told_address(said text, owner uuid, kept text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
declare
  one text[];
  words text := said;
begin
  for one in select distinct regexp_matches(said, '(%([2-7][0-9a-f]))', 'gi') loop
    words := replace(words, one[1], chr(('x' || lpad(one[2], 8, '0'))::bit(32)::int));
  end loop;
  if told_text(words, owner, kept) is distinct from words then return null; end if;
  words := initcap(btrim(regexp_replace(regexp_replace(regexp_replace(plain_text(words), '(\d)([[:alpha:]])', '\1 \2', 'g'),
    '([[:alpha:]]{4,})(avenue|street|road|lane|drive|court|boulevard|place|parkway|terrace|circle|square|highway)\M', '\1 \2', 'gi'), '[^[:alnum:]]+', ' ', 'g')));
  if told_text(words, owner, kept) is distinct from words then return null; end if;
  words := 'on ' || replace(words, ' ', ' on ');
  return case when without_hidden_streets(words, owner) is not distinct from words then said end;
end $function$;

create or replace function held_keeps(organization uuid, service uuid, kind text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET enable_nestloop TO 'on'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
begin
  return exists (select from safety_hold h where h.jurisdiction_id = app_jurisdiction()
    and h.organization_id = coalesce(organization, (select s.organization_id from service s where s.id = service))
    and (h.status = 'open' and kind = 'contact'
      -- The number that who is known by the same name keeps to itself is told by no other entry of it while nobody has decided.
      or h.status = 'open' and kind = 'phone' and exists (select from jsonb_path_query(h.evidence, '$[*].reasons[*] ? (@.rule == "twin").words') w
        join organization o on o.jurisdiction_id = app_jurisdiction() and o.name = w #>> '{}' and o.id <> h.organization_id
        where exists (select from safety_hold g where g.organization_id = o.id and g.status = 'is' and kind <> all(g.tells))
          or exists (select from location l where l.organization_id = o.id and l.visibility = 'hidden' and kind <> all(l.tells_while_hidden)))
      or h.status = 'open' and kind = 'words' and case when service is not null
        then h.evidence @> jsonb_build_array(jsonb_build_object('serviceId', service::text))
          or exists (select from service_at_location x where x.service_id = service and x.closed_at is null and x.location_id = any(h.places))
        else not exists (select from service s join service_at_location x on x.service_id = s.id and x.closed_at is null
          where s.organization_id = h.organization_id and s.listing_state = 'published' and x.location_id <> all(h.places)) end
      or h.status = 'is' and kind <> all(h.tells)
      and case when service is not null then (select s.confidential from service s where s.id = service)
        else not exists (select from service s join service_at_location x on x.service_id = s.id and x.closed_at is null
          join location l on l.id = x.location_id
          where s.organization_id = h.organization_id and s.listing_state = 'published' and l.visibility <> 'hidden') end));
end $function$;
