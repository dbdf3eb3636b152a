-- A street of the organization's own goes from its words in small letters too where a word for a street follows ("zqymill lane");
-- by a preposition alone only with a capital: "at home" names no Home Street.
create or replace function without_own_streets(said text, owner uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET enable_nestloop TO 'on'
AS $function$
declare
  one record;
  own uuid[];
  marks text[];
  told text := said;
  cut boolean := position('[…]' in said) > 0;
begin
  select array_agg(p.id) into own from (select l.id from location l where l.organization_id = owner
      union select x.location_id from service s join service_at_location x on x.service_id = s.id where s.organization_id = owner) p
    where exists (select from hidden_mark h where h.location_id = p.id and h.jurisdiction_id = app_jurisdiction());
  if own is null then return said; end if;
  for one in select w.name, 'street ' || regexp_replace(lower(unaccent(w.name)), '[^a-z0-9'']', '', 'g')
        || ordinal_end(w.name) as key from (
      select distinct coalesce(m[1], m[2], m[3]) as name from regexp_matches(said, '(?:\m(?:on|at|off|near|along|of|to|en|calle|avenida)\s+(?:la\s+)?(?:[NSEW]\.?\s+)?(?:(?:St|Saint|Mt|Mount|Ft|Fort|The)\M[.\s]+)?([[:alpha:][:digit:]][[:alnum:]'']*)|([[:alpha:][:digit:]][[:alnum:]'']*)\s+(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|row|alley|house|home|building)\M|\m\d{1,6}\s+(?:n|s|e|w|north|south|east|west)\M[.]?\s+(\d{1,3})\M)', 'gi') m
        where coalesce(m[1], m[2], m[3]) ~ '^[[:upper:][:digit:]]'
      union select m[1] from regexp_matches(said, '\m([[:upper:]][[:alnum:]'']*)(?=(?:\s+[[:upper:]][[:alnum:]''.]*){1,3}\s+(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|Court|Pl|Place|Pkwy|Parkway|Ter|Terrace|Cir|Circle|Sq|Square|Pike|Hwy|Highway)\M)', 'g') m
      union select word from regexp_matches(said, '((?:\m[[:alpha:]'']+\s+){1,3})(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|alley)\M', 'gi') m cross join lateral regexp_split_to_table(btrim(m[1]), '\s+') word
        where word ~ '^[[:lower:]]') w loop
    if exists (select from hidden_mark h where h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(one.key) and h.location_id = any(own))
      and not exists (select from location l join address a on a.location_id = l.id cross join lateral street_parts(a.address1) p
        where l.organization_id = owner and l.visibility = 'full' and street_name_key(p.key) = one.key and location_told(l.id)) then
      told := regexp_replace(told, case when one.name ~ '^[[:lower:]]' then '\m' || one.name || '(?:\s+[[:alpha:]'']+){0,2}?\s+(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|alley)\M[.]?'
        else '\m' || one.name || '\M' end, '[…]', case when one.name ~ '^[[:lower:]]' then 'gi' else 'g' end);
      cut := true;
    end if;
  end loop;
  -- Its building says where it is as the street does; what the organization and its listings are called is told.
  marks := array(select h.mark from hidden_mark h where h.jurisdiction_id = app_jurisdiction() and h.location_id = any(own));
  for one in select distinct p.said from (
        select said.said, said.key, kind, mark_of(kind || said.key) as mark from said_phrases(told) said cross join unnest(array['part ', 'name ']) kind offset 0) p
      where p.mark = any(marks) and not exists (select from organization o, unnest(array[o.name, o.alternate_name]) called
          where o.id = owner and position(' ' || p.key || ' ' in words_of(called)) > 0)
        and not (p.kind = 'name ' and exists (
          select from service s where s.organization_id = owner and position(' ' || p.key || ' ' in words_of(s.name)) > 0)) loop
    told := replace(told, one.said, '[…]');
  end loop;
  -- A street's name is several words, and in Spanish its number follows: "avenida […] Luther King Jr Blvd 1203".
  if cut then
    told := regexp_replace(told, '\[…\](?:[ ,_-]+(?:[[:upper:]][[:alnum:]''’.]*|east|west|north|south|este|oeste|norte|sur|numero|num[.]?|no[.]|#)){1,5}(?=[ ,]|$|[^[:alnum:]])', '[…]', 'g');
    told := regexp_replace(told, '(?:\m\d{1,6}[ ,]+(?:(?:n|s|e|w|north|south|east|west)[.]?\s+)?)?\[…\](?:[ ,#]+\d{1,6}\M)?', '[…]', 'gi');
  end if;
  return told;
end $function$;
