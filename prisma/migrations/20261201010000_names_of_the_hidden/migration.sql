-- Each text of who has a place that is not shown is looked through once; of few words without a number only where one of them can name the place.
create function ordinal_end(number text) returns text language sql immutable parallel safe as $$
  select case when number !~ '^\d{1,3}$' then '' when number::int % 100 in (11, 12, 13) then 'th' when number::int % 10 = 1 then 'st'
    when number::int % 10 = 2 then 'nd' when number::int % 10 = 3 then 'rd' else 'th' end
$$;

create or replace function told_words(said text, owner uuid) returns text language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  shown text;
  plain text;
  own text;
begin
  if said is null or said = '' then return said; end if;
  shown := case when said ~ '[0-9０-９&]' then without_places(said, owner) else said end;
  if shown = said and said ~ '^[a-zA-Z0-9 ,.''()/-]{1,80}$' and not exists (
      select from said_phrases(said) p cross join lateral unnest(array['street ', 'part ', 'name ']) kind
      join hidden_mark h on h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(kind || p.key || ordinal_end(p.key))) then
    return said;
  end if;
  if owner is null then return shown; end if;
  plain := plain_text(shown);
  own := without_own_streets(plain, owner);
  return case when own = plain then shown else own end;
end $$;

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
      union select m[1] from regexp_matches(said, '\m([[:upper:]][[:alnum:]'']*)(?=(?:\s+[[:upper:]][[:alnum:]''.]*){1,3}\s+(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|Court|Pl|Place|Pkwy|Parkway|Ter|Terrace|Cir|Circle|Sq|Square|Pike|Hwy|Highway)\M)', 'g') m) w
      where w.name ~ '^[[:upper:][:digit:]]' loop
    if exists (select from hidden_mark h where h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(one.key) and h.location_id = any(own))
      and not exists (select from location l join address a on a.location_id = l.id cross join lateral street_parts(a.address1) p
        where l.organization_id = owner and l.visibility = 'full' and street_name_key(p.key) = one.key and location_told(l.id)) then
      told := regexp_replace(told, '\m' || one.name || '\M', '[…]', 'g');
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

-- Names, as words_of has them, of who is held whole or has a place that is not shown. One word alone is many others' too.
-- A transaction that only reads may have them remembered (remember-names.server.ts): they are asked by each of its statements.
create function hidden_names() returns text[] language sql stable parallel safe set enable_nestloop = on as $$
  select case when coalesce(current_setting('app.hidden_names', true), '') <> '' then current_setting('app.hidden_names')::text[] else array(select distinct key from (
      select h.organization_id as id from safety_hold h where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not'
        and is_held(h.organization_id, null, null, null)
      union select unnest(marked_owners())) hidden
    join organization o using (id) cross join lateral unnest(array[o.name, o.alternate_name]) n(name)
    cross join lateral words_of(split_part(n.name, ',', 1)) key
    where length(key) > 10 and key like ' % % ') end
$$;

create function says_name(said text, names text[]) returns boolean language sql immutable parallel safe as $$
  select said is not null and cardinality(names) > 0 and exists (select from words_of(said) words, unnest(names) name where position(name in words) > 0)
$$;

-- What a program or a place of another is called, without the name of who is hidden: "Counsel at Marigold House" says where that is.
create function without_hidden_names(said text, owner uuid) returns text language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  one record;
  told text := plain_text(said);
begin
  for one in select distinct n.name from unnest(hidden_names()) hidden(key)
      join (select o.id, o.name as whole, called as name, words_of(split_part(called, ',', 1)) as key
        from organization o cross join lateral unnest(array[o.name, o.alternate_name]) called where o.jurisdiction_id = app_jurisdiction()) n using (key)
      where position(hidden.key in words_of(said)) > 0 and n.id is distinct from owner
        and not exists (select from organization x where x.id = owner and name_key(x.name) = name_key(n.whole)) loop
    told := regexp_replace(told, name_pattern(one.name), '[…]', 'gi');
  end loop;
  return case when told = plain_text(said) then said else told end;
end $$;

-- As before; the surnames of its people are gathered once.
create or replace function without_kept_names(said text, owner uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET enable_nestloop TO 'on'
AS $function$
declare
  one record;
  plain text := plain_text(said);
  told text := plain;
  key text := words_of(plain);
  surnames text[];
begin
  for one in select * from (select o.id, o.name, h.places, name_pattern(o.name) as pattern
        from safety_hold h join organization o on o.id = h.organization_id
        where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and length(split_part(o.name, ',', 1)) > 5
          and o.id is distinct from owner and position(words_of(split_part(o.name, ',', 1)) in key) > 0 offset 0) named
      where plain ~ named.pattern and is_held(named.id, null, null, null) loop
    if not exists (select from organization x where x.id = owner and name_key(x.name) = name_key(one.name)) then
      surnames := array(select distinct surname from contact c, regexp_split_to_table(lower(unaccent(c.name)), '[^a-z]+') as surname
        where length(surname) > 4 and c.jurisdiction_id = app_jurisdiction() and (c.organization_id = one.id or c.location_id = any(one.places)
          or c.service_id in (select s.id from service s where s.organization_id = one.id)
          or c.service_at_location_id in (select x.id from service_at_location x where x.location_id = any(one.places))));
      select string_agg(case when part ~ one.pattern or part ~ '\d{2}[.]\d{3}' or part ~ '\d{3}\D{1,3}\d{3}\D{0,3}\d{4}' or exists (
            select from regexp_matches(lower(unaccent(part)), '[a-z0-9'']{3,}', 'g') as word join hidden_mark m
              on m.jurisdiction_id = app_jurisdiction() and m.location_id = any(one.places) and m.mark = mark_of('street ' || word[1]))
            or exists (select from unnest(surnames) surname where position(surname in lower(unaccent(part))) > 0)
          then '[…]' else part end, ' ' order by n) into told
        from regexp_split_to_table(told, '(?<=[.;!?])\s+|\n+') with ordinality as p(part, n);
    end if;
  end loop;
  told := without_hidden_streets(told, owner);
  return case when told = plain then said else told end;
end $function$;

create or replace function kept_names()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET enable_nestloop TO 'on'
AS $function$
  select case when coalesce(current_setting('app.kept_names', true), '') <> '' then nullif(current_setting('app.kept_names'), '-') else (select '(?:' || string_agg(distinct pattern, '|') || '|[Ss][Hh][Ee][Ll][Tt][Ee][Rr]|[Rr][Ee][Ff][Uu][Gg]|[Aa]lbergue|[Ss]afe ?[Hh]ouse|[Vv]iolenc|[Bb]attered)' from (
    select name_pattern(o.name) as pattern from safety_hold h join organization o on o.id = h.organization_id
    where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and length(split_part(o.name, ',', 1)) > 5
      and is_held(o.id, null, null, null)
    union select name_pattern(n.name) from unnest((select marked_owners())) w(id) join organization o on o.id = w.id
      cross join lateral (values (o.name), (o.alternate_name)) n(name) where length(split_part(n.name, ',', 1)) > 5
    union select name_pattern(s.name) from (select distinct h.location_id from hidden_mark h where h.jurisdiction_id = app_jurisdiction()) p
      join service_at_location x on x.location_id = p.location_id join service s on s.id = x.service_id where s.name ~ '\w{3}.*\W\w{3}'
    union select '\m' || (select string_agg('[' || c || upper(c) || ']', '' order by k) from regexp_split_to_table(word, '') with ordinality as p(c, k))
      from unnest((select marked_owners())) w(id) join organization o on o.id = w.id cross join lateral unnest(o.telling_words) word) p) end
$function$;
