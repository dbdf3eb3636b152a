-- A word that is left out only where it is true can be tried: whoever may write a text types forty numbers of a street, and the one that
-- goes is the hidden one. So a stranger's words lose nothing for what they say of a street, a building, a point or a phone; where they name
-- who is hidden, or speak of a refuge, every sentence of theirs goes that says any place which is not the writer's own, true or not.
-- An organization's own words are told without its own hidden places alone.

create function hidden_places_of(owner uuid) returns uuid[] language plpgsql stable parallel safe set enable_nestloop = on as $$
begin
  return (select array_agg(p.id) from (select l.id from location l where l.organization_id = owner
      union select x.location_id from service s join service_at_location x on x.service_id = s.id where s.organization_id = owner) p
    where exists (select from hidden_mark h where h.location_id = p.id and h.jurisdiction_id = app_jurisdiction()));
end $$;

create or replace function without_places(said text, owner uuid) returns text language plpgsql stable parallel safe
  set enable_nestloop = on set plan_cache_mode = force_generic_plan as $$
declare
  own uuid[] := hidden_places_of(owner);
  one record;
  plain text;
  told text;
begin
  if said is null or said = '' or own is null then return said; end if;
  plain := plain_text(said);
  told := plain;
  if plain ~ '\d' and may_name(plain) then
    for one in select c.part from (
          select p.part, p.key, false as dialled from street_parts(plain) p
          union all select p.part, p.key, false from point_parts(plain) p
          union all select m[1], phone_key(m[1]), true
            from regexp_matches(plain, '((?:\+?1[ ./-]?)?\(?\m\d{3}\)?[\s./_–-]*\d{3}[\s./_–-]*\d{4}\M)', 'g') m) c
        cross join lateral (select h.location_id from hidden_mark h
          where h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(c.key) and h.location_id = any(own) offset 0) h
        -- A number that a place keeps to itself is not told; an address is where another place of theirs is shown there.
        where c.dialled or own_shows(owner, c.key) is not true
        group by c.part order by length(c.part) desc loop
      told := replace(told, one.part, '[…]');
    end loop;
  end if;
  return case when told = plain then said else told end;
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
  own := hidden_places_of(owner);
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
          select from service s where s.organization_id = owner and position(' ' || p.key || ' ' in words_of(s.name)) > 0)
          -- Not where others publish where it is: a building that many are in.
          and not exists (select from location l left join address a on a.location_id = l.id
            where l.jurisdiction_id = app_jurisdiction() and l.visibility = 'full' and l.organization_id is distinct from owner and p.key like '% %'
              and position(' ' || p.key || ' ' in words_of(concat_ws(' ', l.name, l.alternate_name, a.address1, a.address2))) > 0)) loop
    told := replace(told, one.said, '[…]');
  end loop;
  -- A street's name is several words, and in Spanish its number follows: "avenida […] Luther King Jr Blvd 1203".
  if cut then
    told := regexp_replace(told, '\[…\](?:[ ,_-]+(?:[[:upper:]][[:alnum:]''’.]*|east|west|north|south|este|oeste|norte|sur|numero|num[.]?|no[.]|#)){1,5}(?=[ ,]|$|[^[:alnum:]])', '[…]', 'g');
    told := regexp_replace(told, '(?:\m\d{1,6}[ ,]+(?:(?:n|s|e|w|north|south|east|west)[.]?\s+)?)?\[…\](?:[ ,#]+\d{1,6}\M)?', '[…]', 'gi');
  end if;
  return told;
end $function$;

create or replace function told_words(said text, owner uuid) returns text language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  shown text;
  plain text;
  own text;
begin
  if said is null or said = '' or hidden_places_of(owner) is null then return said; end if;
  shown := case when said ~ '[0-9０-９&]' then without_places(said, owner) else said end;
  if shown = said and said ~ '^[a-zA-Z0-9 ,.''()/-]{1,80}$' and not exists (
      select from said_phrases(said) p cross join lateral unnest(array['street ', 'part ', 'name ']) kind
      join hidden_mark h on h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(kind || p.key || ordinal_end(p.key))) then
    return said;
  end if;
  plain := plain_text(shown);
  own := without_own_streets(plain, owner);
  return case when own = plain then shown else own end;
end $$;

-- What a text says of the names of who is held or hidden, other than the writer: their names whole, or words of them that few have and
-- that it writes with a capital; null: none.
create function guarded_names(said text, owner uuid, whole boolean) returns text[] language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  key text := words_of(said);
begin
  return (select array_agg(distinct one.name) from (
      select g.id, n.name from (
        select unnest(marked_owners()) as id
        union select h.organization_id from safety_hold h where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not'
          and is_held(h.organization_id, null, null, null)) g join organization o using (id)
      cross join lateral unnest(case when whole then array[o.name, o.alternate_name] else o.telling_words end) n(name)
      where o.id is distinct from owner and length(split_part(n.name, ',', 1)) >= case when whole then 6 else 4 end offset 0) one
    where case when whole then position(words_of(split_part(one.name, ',', 1)) in key) > 0
        else position(' ' || one.name in key) > 0 and (one.name like '% %' or said ~ ('\m(?:' || initcap(one.name) || '|' || upper(one.name) || ')')) end
      and not exists (select from organization x, organization o where x.id = owner and o.id = one.id and name_key(x.name) = name_key(o.name)));
end $$;

-- What looks like a street or a point; `near`: or a building, or where anything capitalized is.
create function looks_placed(said text, near boolean) returns boolean language sql immutable parallel safe as $$
  select said ~ '\m\d{2,6}[A-Za-z]?[ ,_-]{1,2}(?:[NSEW]\M[ .]*|(?:North|South|East|West)\M *)?[[:upper:]][[:alpha:]''’]{2,}'
    or said ~ '\m[[:upper:]][[:alpha:]''’]{2,},?\s+#?\d{2,6}\M(?![-:./])'
    or said ~* '\m\d{1,6}[a-z]?[^[:alnum:])]+(?:[[:alnum:]''’.]+[^[:alnum:]]+){1,3}(?:st|dr|drive|ct|court|way|pl|place|ter|terrace|cir|circle|sq|square|pike|row|alley)\M'
    or said ~* '\m[[:alnum:]''’]+\s+(?:street|avenue|ave|road|rd|boulevard|blvd|lane|ln|parkway|pkwy|highway|hwy)\M'
    or said ~ '\m[[:upper:]][[:alnum:]''’]+\s+(?:St|Way|Place|Pl|Court|Ct|Drive|Dr|Row|Square|Sq|Circle|Cir|Terrace|Ter|Pike|Alley)\M'
    or said ~* '\m(?:calle|avenida|avda?)\M[.]?\s+\w'
    or said ~ '\m(?:[Oo]n|[Oo]ff|[Aa]long|[Cc]orner of|[Ee]squina (?:de|con))\s+(?:(?:the|The|la|el|La|El)\s+)?[[:upper:]][[:alnum:]''’-]{2,}'
    or said ~ '\d{1,3}[.]\d{2,}\D{1,20}\d{1,3}[.]\d{2,}'
    or near and (said ~ '\m(?:[Aa]t|[Nn]ear|[Ee]n|[Oo]n)\s+\d{1,6}[A-Za-z]?\s+[[:upper:]][[:alpha:]]{2,}'
      or said ~ '\m(?:[Aa]t|[Ii]n|[Nn]ear|[Bb]ehind|[Ii]nside|[Bb]eside|[Oo]pposite|[Ff]rom|[Tt]o|[Nn]ext to|[Ee]n|[Jj]unto a|[Cc]erca de|[Ff]rente a|[Dd]etrás de)\s+(?:(?:the|The|la|el|La|El)\s+)?[[:upper:]][[:alnum:]''’-]{2,}'
      or said ~* '\m(?:annex|anexo|lodge|building|edificio|tower|plaza|mill|wing)\M'
      or said ~ '\m[[:upper:]][[:alnum:]''’]+\s+(?:House|HOUSE|Home|Hall|HALL|Church|CHURCH|School|SCHOOL|Center|CENTER|Centre|Library)\M'
      or said ~ '\m(?:Ms|Mr|Mrs|Dr|Sra?|Doña|Don)\M[.]?\s+[[:upper:]]')
$$;

-- Whether a sentence says any place, true or not, but what `owner` shows of its own; `dialled`: any building and person too, and any phone
-- that neither the writer nor anybody who hides a place shows.
create function says_where(said text, owner uuid, dialled boolean) returns boolean language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  one record;
  two record;
  rest text := regexp_replace(said, '\m(?:mon|tues|wednes|thurs|fri|satur|sun)days?\M|\m(?:january|february|march|april|may|june|july|august|september|october|november|december|english|spanish|español|room|suite|unit|ages?|grades?|title)\M', ' ', 'gi');
begin
  for one in select m[1] as part, phone_key(m[1]) as key
      from regexp_matches(said, '((?:\+?1[ ./-]?)?\(?\m\d{3}\)?[\s./_–-]*\d{3}[\s./_–-]*\d{4}\M)', 'g') m loop
    if dialled and not exists (select from (select p.id, coalesce(p.organization_id, s.organization_id, l.organization_id) as whose from phone p
          left join service s on s.id = p.service_id left join location l on l.id = p.location_id
          where p.jurisdiction_id = app_jurisdiction() and phone_key(p.number) = one.key offset 0) p
        where (p.whose = owner or p.whose = any(marked_owners())) and phone_leaves(p.id)) then
      return true;
    end if;
    rest := replace(rest, one.part, ' ');
  end loop;
  if not looks_placed(rest, dialled) then return false; end if;
  if owner is null then return true; end if;
  for one in select p.key, regexp_replace(p.key, '^\d+[a-z]? ', '') as name from (
        select l.id, a.address1 from location l join address a on a.location_id = l.id
        where l.organization_id = owner and l.visibility = 'full' and exists (select from regexp_split_to_table(lower(unaccent(a.address1)), '[^a-z0-9'']+') word
          where length(word) > 2 and word !~ '^\d+$|^(?:north|south|east|west|street|avenue|road|suite|saint|the)$' and position(word in lower(unaccent(said))) > 0) offset 0) l
      cross join lateral street_parts(l.address1) p where location_told(l.id) loop
    for two in select q.part from street_parts(said) q where q.key = one.key loop
      rest := replace(rest, two.part, ' ');
    end loop;
    -- Another number of that street is somebody else's.
    continue when rest ~* ('\m\d{1,6}[a-z]?[ ,_-]+(?:[a-z.]+\s+)?' || one.name || '\M');
    rest := regexp_replace(rest, '(?:\m(?:on|off|at|along|in|near|en|calle|avenida)\s+)?(?:(?:the|la|el)\s+)?\m' || one.name
      || '\M(?:\s+(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|row|alley)\M[.]?)?', ' ', 'gi');
  end loop;
  return looks_placed(rest, dialled);
end $$;

create or replace function without_kept_names(said text, owner uuid) returns text language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  plain text := plain_text(said);
  names text[] := guarded_names(plain, owner, true);
  words text[] := guarded_names(plain, owner, false);
  bare text;
  called boolean;
  one record;
  told text[] := '{}';
begin
  if names is null and words is null and plain !~* '\m(?:safe ?houses?|refugios?|albergues?|battered|women''?s shelters?|violence|violencia)\M' then return said; end if;
  for one in select part from regexp_split_to_table(regexp_replace(plain, '\m(Ms|Mr|Mrs|Dr|Sra?|St|Mt|Ft|No|no|Nr|Num|num|Ave|Rd|Ln|Blvd|Apt|Ste)[.]\s+', '\1 ', 'g'), '(?<=[.;!?])\s+|\n+') with ordinality as p(part, n) order by n loop
    bare := one.part;
    for at in 1 .. coalesce(cardinality(names), 0) loop
      bare := regexp_replace(bare, name_pattern(names[at]), ' ', 'gi');
    end loop;
    called := bare <> one.part or exists (select from unnest(words) word where position(' ' || word in words_of(one.part)) > 0);
    -- The writer's own street stands in a sentence of its own, not where it is said to be another's.
    told := told || case when (names is not null or called) and says_where(bare, case when not called then owner end, true)
        or one.part ~* '\m(?:safe ?houses?|refugios?|albergues?|battered|women''?s shelters?|(?:domestic|family|partner) violence|violencia)\M'
          and says_where(one.part, owner, false)
      then '[…]' else one.part end;
  end loop;
  return case when '[…]' = any(told) then array_to_string(told, ' ') else said end;
end $$;

create or replace function told_address(said text, owner uuid, kept text) returns text language plpgsql stable parallel safe as $$
declare
  one text[];
  words text := said;
begin
  for one in select distinct regexp_matches(said, '(%([2-7][0-9a-f]))', 'gi') loop
    words := replace(words, one[1], chr(('x' || lpad(one[2], 8, '0'))::bit(32)::int));
  end loop;
  if told_words(words, owner) is distinct from words then return null; end if;
  words := initcap(btrim(regexp_replace(regexp_replace(regexp_replace(plain_text(words), '(\d)([[:alpha:]])|([[:alpha:]])(\d)', '\1\3 \2\4', 'g'),
    '([[:alpha:]]{4,})(avenue|street|road|lane|drive|court|boulevard|place|parkway|terrace|circle|square|highway)\M', '\1 \2', 'gi'), '[^[:alnum:]]+', ' ', 'g')));
  if told_words(words, owner) is distinct from words or guarded_names(words, owner, true) is not null
    or guarded_names(words, owner, false) is not null then return null; end if;
  words := 'on ' || replace(words, ' ', ' on ');
  return case when told_words(words, owner) is not distinct from words then said end;
end $$;

drop function without_hidden_streets(text, uuid);

create or replace function mark_telling_words(owners uuid[]) returns void language sql set enable_nestloop = on as $$
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
    union
    -- What its listings at a hidden place are called, where nobody else speaks so.
    select o.id, name_key(s.name) from own o join service s on s.organization_id = o.id
    where name_key(s.name) like '% %' and length(name_key(s.name)) >= 8 and exists (select from service_at_location x join hidden_mark h on h.location_id = x.location_id
      where x.service_id = s.id)
  ), used as materialized (
    select w.word, count(*) as times from (select distinct word from word) w join (
      select distinct o.id, x as word from organization o cross join lateral regexp_split_to_table(name_key(o.name), ' ') x
      where o.jurisdiction_id = app_jurisdiction() and o.merged_into_id is null) o using (word) group by 1
  ), said as materialized (
    select ' ' || lower(unaccent(left(description, 3000))) as text from service where jurisdiction_id = app_jurisdiction() limit 2000
  ), everyday as materialized (
    -- Few are called so, and many speak of it: "child".
    select word from (select distinct word from word) w
    where (select count(*) from said where position(' ' || word in text) > 0) > case when word like '% %' then 3 else 5 + (select count(*) from said) / 100 end
  ), telling as (
    select o.id, coalesce(array_agg(w.word order by w.word) filter (where w.word is not null and coalesce(u.times, 0) <= 3
      and w.word not in (select word from everyday)), '{}') as words
    from own o left join word w on w.id = o.id left join used u using (word) group by 1
  )
  update organization o set telling_words = t.words from telling t where o.id = t.id and o.telling_words is distinct from t.words
$$;

-- Sentences on a refuge go whether or not somebody is hidden here.
CREATE OR REPLACE FUNCTION public.kept_names()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET enable_nestloop TO 'on'
AS $function$
  select case when coalesce(current_setting('app.kept_names', true), '') <> '' then nullif(current_setting('app.kept_names'), '-') else (select '(?:' || coalesce(string_agg(distinct pattern, '|') || '|', '') || '[Ss][Hh][Ee][Ll][Tt][Ee][Rr]|[Rr][Ee][Ff][Uu][Gg]|[Aa]lbergue|[Ss]afe ?[Hh]ouse|[Vv]iolenc|[Bb]attered)' from (
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

CREATE OR REPLACE FUNCTION public.mark_hidden_places(places uuid[])
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
    -- "Gantry Building, 77 Osprey Terrace".
    union select id, 'part ' || building_key(line) from address_now cross join lateral regexp_split_to_table(address1, ',') line where line !~ '\d'
    union select l.id, 'name ' || building_key(n.name) from own o join location l using (id)
      cross join lateral (values (l.name), (l.alternate_name)) n(name) where not o.shown
  )
  insert into hidden_mark (jurisdiction_id, location_id, mark)
  select app_jurisdiction(), id, mark_of(key) from said where key is not null on conflict do nothing;
  select mark_telling_words(array(select l.organization_id from location l where l.id = any(places) and l.organization_id is not null
    union select s.organization_id from service_at_location x join service s on s.id = x.service_id where x.location_id = any(places)))
$function$;

-- What was cut by the old rule is written anew when the worker starts.
create temp table cut_before on commit drop as select service_id from listing_card where card::text like '%[…]%';
delete from listing_reach where service_id in (select service_id from cut_before);
delete from listing_search where service_id in (select service_id from cut_before);
delete from listing_card where service_id in (select service_id from cut_before);
delete from listing_words where service_id in (select service_id from cut_before);
