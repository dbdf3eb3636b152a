-- Of its own hidden street an organization's words tell no part: the name to its last word, a number behind it, an ordinal without its ending.
create or replace function without_own_streets(said text, owner uuid) returns text language plpgsql stable parallel safe
  set enable_nestloop = on as $$
declare
  one record;
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
  -- A street's name is several words, and in Spanish its number follows: "avenida […] Luther King Jr Blvd 1203".
  if cut then
    told := regexp_replace(told, '\[…\](?:[ ,_-]+(?:[[:upper:]][[:alnum:]''’.]*|east|west|north|south|este|oeste|norte|sur|numero|num[.]?|no[.]|#)){1,5}(?=[ ,]|$|[^[:alnum:]])', '[…]', 'g');
    told := regexp_replace(told, '(?:\m\d{1,6}[ ,]+(?:(?:n|s|e|w|north|south|east|west)[.]?\s+)?)?\[…\](?:[ ,#]+\d{1,6}\M)?', '[…]', 'gi');
  end if;
  return told;
end $$;
