-- What a text says to whoever reads it: without entities, tags, escapes and signs that nobody sees.
create function decoded_text(said text) returns text language plpgsql immutable parallel safe strict as $$
declare
  one text[];
  code int;
  told text := said;
begin
  for pass in 1..3 loop
    exit when told !~ '&(?:#|[[:alpha:]])|\\[nrtu]';
    for one in select distinct regexp_matches(told, '(&#(?:(\d{1,7})|x([0-9a-f]{1,6}));?|\\u([0-9a-f]{4}))', 'gi') loop
      code := case when one[2] is not null then one[2]::int
        else ('x' || lpad(coalesce(one[3], one[4]), 8, '0'))::bit(32)::int end;
      if code between 9 and 1114111 and code not between 55296 and 57343 then told := replace(told, one[1], chr(code)); end if;
    end loop;
    for one in select array[w.name, w.sign] from (values ('&nbsp;', ' '), ('&ensp;', ' '), ('&emsp;', ' '), ('&thinsp;', ' '),
        ('&Tab;', ' '), ('&NewLine;', E'\n'), ('&shy;', ''), ('&zwj;', ''), ('&zwnj;', ''), ('&ndash;', '-'), ('&mdash;', '-'),
        ('&hyphen;', '-'), ('&dash;', '-'), ('&period;', '.'), ('&comma;', ','), ('&num;', '#'), ('&sol;', '/'), ('&lowbar;', '_'),
        ('&lpar;', '('), ('&rpar;', ')'), ('&lsquo;', ''''), ('&rsquo;', ''''), ('&apos;', ''''), ('&quot;', '"'), ('&ldquo;', '"'),
        ('&rdquo;', '"'), ('&lt;', '<'), ('&gt;', '>'), ('&colon;', ':'), ('&plus;', '+'), ('&deg;', '°'),
        ('\n', E'\n'), ('\r', ' '), ('\t', ' '), ('&amp;', '&')) w(name, sign) where position(w.name in told) > 0 loop
      told := replace(told, one[1], one[2]);
    end loop;
    -- A letter with an accent is the letter: names are compared without.
    told := regexp_replace(told, '&([[:alpha:]])(?:acute|grave|circ|tilde|uml|cedil|ring|caron|slash);', '\1', 'g');
  end loop;
  told := regexp_replace(told, '<(?:br|/?p|/?div|/?li|/?ul|/?tr|/?td|hr)\M[^<>]{0,200}>', ' ', 'gi');
  told := regexp_replace(told, '<!--.*?-->|</?[a-z][^<>]{0,200}>', '', 'gi');
  told := regexp_replace(told, '[\u00ad\u034f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]', '', 'g');
  return case when told ~ '[^\u0001-\u009f\u00a1-\u024f\u2010-\u2026]' then normalize(told, NFKC) else told end;
end $$;
create function plain_text(said text) returns text language sql immutable parallel safe as $$
  select case when said ~ '[&\\<]|[^\u0001-\u009f\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026]' then decoded_text(said) else said end
$$;

-- Every number with the name of a street beside it, as it stands and as its key (street_key gives the same of a plain line): in
-- an address and in a text alike, either way round, with the kind of the street or without.
create function street_parts(said text) returns table (part text, key text) language sql stable parallel safe rows 5 as $$
  select m[1], n || ' ' || regexp_replace(regexp_replace(lower(unaccent(coalesce(m[5], ''))), 'saint', 'st'), '[^a-z]', '', 'g')
    || case when m[5] is null then '' else ' ' end || replace(lower(unaccent(m[6])), '’', '''')
  from regexp_matches(said, '(\m(\d{1,6})([a-z]?)(?:\s?[-–&/]\s?(\d{1,6})[a-z]?)?[^[:alnum:]]+(?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\M[^[:alnum:]]+)*((?:st|saint|mt|mount|ft|fort|the)\M[^[:alnum:]]+)?((?:[[:alpha:]]|\d{1,3}(?:st|nd|rd|th)\M)[[:alnum:]''’]*)(?:(?:[ _-]+[[:alpha:]''’]+){0,2}[ _-]+(?:st|street|ave|av|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|row|alley)\M[.]?)?)', 'gi') m,
    unnest(array[m[2], m[2] || nullif(lower(m[3]), ''), m[4]]) n where n is not null
  union all
  select m[1], m[3] || ' ' || replace(lower(unaccent(m[2])), '’', '''')
  from regexp_matches(said, '(\m([[:alpha:]][[:alnum:]''’]*)(?:\s+(?:st|street|ave|av|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|row|alley)\M[.]?)?[\s,]+(?:(?:#|no[.]?|num[.]?|n[uú]mero|number|n[.]?[º°])\s*)?(\d{1,6})\M)', 'gi') m
$$;

-- A point to the fourth decimal, rounded and cut, in either order.
create function point_keys(one numeric, other numeric) returns setof text language sql immutable parallel safe rows 2 as $$
  select distinct 'point ' || least(a, b) || ' ' || greatest(a, b)
  from (values (round(abs(one), 4), round(abs(other), 4)), (trunc(abs(one), 4), trunc(abs(other), 4)),
    (round(abs(one), 4), trunc(abs(other), 4)), (trunc(abs(one), 4), round(abs(other), 4))) as v(a, b) where one is not null and other is not null
$$;
create function point_parts(said text) returns table (part text, key text) language sql immutable parallel safe rows 2 as $$
  select m[1], k from regexp_matches(said, '((\m\d{1,3}[.]\d{1,15})[^\d.]{1,20}(\d{1,3}[.]\d{1,15})\M)', 'g') m,
    point_keys(m[2]::numeric, m[3]::numeric) k
$$;

-- Whether an organization has a place of its own, shown whole, at that street and number or point.
create function own_shows(owner uuid, wanted text) returns boolean language plpgsql stable parallel safe strict
  set enable_nestloop = on as $$
begin
  return exists (select from location l where (l.organization_id = owner or l.id in (
      select x.location_id from service s join service_at_location x on x.service_id = s.id where s.organization_id = owner and x.closed_at is null))
    and l.visibility = 'full'
    and (exists (select from address a cross join lateral street_parts(a.address1) p where a.location_id = l.id and p.key = wanted)
      or wanted in (select k from point_keys(l.latitude::numeric, l.longitude::numeric) k))
    and location_told(l.id));
end $$;

-- Where a place was goes with its hiding: its point leaves a mark when it is forgotten.
create function mark_former_point() returns trigger language plpgsql as $$
begin
  insert into hidden_mark (jurisdiction_id, location_id, mark)
  select old.jurisdiction_id, old.id, encode(sha256(convert_to(old.jurisdiction_id::text || ' ' || k, 'UTF8')), 'hex')
  from point_keys(old.latitude::numeric, old.longitude::numeric) k on conflict do nothing;
  return null;
end $$;
create trigger mark_former_point after update on location for each row
  when (new.visibility <> 'full' and old.latitude is not null and old.longitude is not null and not old.approximate)
  execute function mark_former_point();

-- Remembers what names these places while they are not shown whole, before their addresses go: their streets and those that the
-- history gives them, their points and the phones that they keep. Forgets it of those that are shown.
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
    -- A number that is shown elsewhere names nothing.
    select n.id, n.key from line n where n.key not in (select key from told)
  )
  insert into hidden_mark (jurisdiction_id, location_id, mark)
  select app_jurisdiction(), id, mark_of(key) from said where key is not null on conflict do nothing
$$;

-- Names are compared as they are read.
create or replace function name_key(name text) returns text language sql immutable parallel safe strict as $$
  select btrim(regexp_replace(regexp_replace(folded_name(plain_text(name)), '\m(the|inc|incorporated|llc|ltd|corp|corporation|co|company)\M', ' ', 'g'), '[^[:alnum:]]+', ' ', 'g'))
$$;
create or replace function name_pattern(name text) returns text language sql immutable parallel safe strict as $$
  select '\m' || string_agg(case when w.n > 1 then '[^[:alnum:]]+' else '' end || case when w.many then w.folded else w.word end, '' order by w.n) || '\M'
  from (select word, n, count(*) over () > 1 as many,
      (select string_agg(case when c ~ '[[:alpha:]]' then '[' || lower(c) || upper(c) || ']' else c end, '' order by k) from regexp_split_to_table(word, '') with ordinality as p(c, k)) as folded
    from regexp_split_to_table(btrim(regexp_replace(split_part(plain_text(name), ',', 1), '[^[:alnum:]]+', ' ', 'g')), ' ') with ordinality as s(word, n)
    where word <> '') w
$$;
create or replace function names_held(said text) returns boolean language plpgsql stable parallel safe strict
  set enable_nestloop = on as $$
begin
  return said <> '' and exists (select from safety_hold h join organization o on o.id = h.organization_id
    where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and exists (
      select from (select o.name union all select o.alternate_name union all select s.name from service s where s.organization_id = o.id) n(name)
      where length(n.name) > 5 and (word_similarity(folded_name(n.name), folded_name(plain_text(said))) >= 0.7
        or length(said) > 8 and starts_with(folded_name(n.name), folded_name(plain_text(said))))));
end $$;
create or replace function tells_whose(said text, owner uuid, place uuid) returns boolean language sql stable parallel safe
  set enable_nestloop = on as $$
  select owner is null or said ~* '\m(?:shelters?|safe ?houses?|refuges?|refugios?|albergues?|battered|(?:domestic|family) violence|violencia)\M'
    or exists (
      select from location l left join service_at_location x on x.location_id = l.id left join service s on s.id = x.service_id
        join organization o on o.id in (l.organization_id, s.organization_id)
      where l.id = place and (o.id = owner or exists (
        select from unnest(array[split_part(o.name, ',', 1), o.alternate_name, s.name]) as known
        where length(known) > 3 and position(lower(unaccent(plain_text(known))) in lower(unaccent(said))) > 0)))
$$;

-- Organizations that have a place which is not shown and was known by its street. Asked once a query.
create function marked_owners() returns uuid[] language sql stable parallel safe set enable_nestloop = on as $$
  select array(select distinct o from (
    select l.organization_id as o from hidden_mark h join location l on l.id = h.location_id where h.jurisdiction_id = app_jurisdiction()
    union all select s.organization_id from hidden_mark h join service_at_location x on x.location_id = h.location_id
      join service s on s.id = x.service_id where h.jurisdiction_id = app_jurisdiction()) m where o is not null)
$$;
create or replace function has_hidden_mark(owner uuid) returns boolean language plpgsql stable strict parallel safe
  set enable_nestloop = on as $$
begin
  return exists (select from hidden_mark h join location l on l.id = h.location_id
      where h.jurisdiction_id = app_jurisdiction() and l.organization_id = owner)
    or exists (select from service s join service_at_location x on x.service_id = s.id join hidden_mark h on h.location_id = x.location_id
      where s.jurisdiction_id = app_jurisdiction() and s.organization_id = owner);
end $$;

-- Its own words without the names of the streets where its places that are not shown stand, where they are named as streets.
create or replace function without_own_streets(said text, owner uuid) returns text language plpgsql stable parallel safe
  set enable_nestloop = on as $$
declare
  one record;
  told text := said;
begin
  for one in select w.name, 'street ' || regexp_replace(lower(unaccent(w.name)), '[^a-z0-9'']', '', 'g') as key from (
      select distinct coalesce(m[1], m[2]) as name from regexp_matches(said, '(?:\m(?:on|at|off|near|along|of|to|en|calle|avenida)\s+(?:la\s+)?(?:[NSEW]\.?\s+)?(?:(?:St|Saint|Mt|Mount|Ft|Fort|The)\M[.\s]+)?([[:alpha:][:digit:]][[:alnum:]'']*)|([[:alpha:][:digit:]][[:alnum:]'']*)\s+(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|way|pl|place|pkwy|parkway|ter|terrace|cir|circle|sq|square|pike|hwy|highway|row|alley|house|home|building)\M)', 'gi') m) w
      where w.name ~ '^[[:upper:][:digit:]]' loop
    if exists (select from hidden_mark h join location l on l.id = h.location_id
        where h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(one.key)
          and (l.organization_id = owner or exists (select from service_at_location x join service s on s.id = x.service_id
            where x.location_id = l.id and s.organization_id = owner)))
      and not exists (select from location l join address a on a.location_id = l.id cross join lateral street_parts(a.address1) p
        where l.organization_id = owner and l.visibility = 'full' and street_name_key(p.key) = one.key and location_told(l.id)) then
      told := regexp_replace(told, '\m' || one.name || '\M', '[…]', 'g');
    end if;
  end loop;
  return told;
end $$;

create or replace function without_kept_names(said text, owner uuid) returns text language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  one record;
  plain text := plain_text(said);
  told text := plain;
begin
  for one in select o.id, o.name, h.places, name_pattern(o.name) as pattern
      from safety_hold h join organization o on o.id = h.organization_id
      where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and length(split_part(o.name, ',', 1)) > 5
        and o.id is distinct from owner and is_held(o.id, null, null, null) loop
    if told ~ one.pattern and not exists (select from organization x where x.id = owner and name_key(x.name) = name_key(one.name)) then
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
  return case when told = plain then said else told end;
end $$;

-- Whether a text may say where a place is that is not shown: asked of each text that leaves, so in few steps, and of more than is meant
-- (a number with one of the words beside it, whatever it is).
create function may_name(said text) returns boolean language plpgsql stable parallel safe as $$
declare
  folded text := lower(unaccent(said));
begin
  return exists (select from (
      select k as key from (
          select regexp_split_to_array(m[1], '[^a-z0-9'']+') as w
          from regexp_matches(folded, '(\m\d{1,6}[a-z]?(?:[^a-z0-9]+\d{1,6}[a-z]?)?(?:[^a-z0-9]+\d{0,3}[a-z][a-z0-9'']*){1,3})', 'g') m) c
        cross join lateral unnest(case when w[2] ~ '^\d' or w[1] ~ '[a-z]' then (
            select array_agg(n || ' ' || x) from unnest(array[w[1], substring(w[1] from '^\d+'), substring(w[2] from '^\d+')]) n, unnest(w[2:5]) x)
          else array[w[1] || ' ' || w[2], w[1] || ' ' || w[3], w[1] || ' ' || w[4]] end
          || case when w[2] = any('{st,saint,mt,mount,ft,fort,the}') or w[3] = any('{st,saint,mt,mount,ft,fort,the}') then (
            select array_agg(n || ' ' || replace(w[at], 'saint', 'st') || ' ' || w[at + 1])
            from unnest(array[substring(w[1] from '^\d+'), substring(w[2] from '^\d+')]) n, generate_series(2, 4) at) end) k
      union all
      select w[cardinality(w)] || ' ' || x from (
          select regexp_split_to_array(m[1], '[^a-z0-9'']+') as w
          from regexp_matches(folded, '([a-z][a-z0-9'']*(?:[^a-z0-9]{1,6}[a-z]{1,9}){0,2}[^a-z0-9]{1,6}\d{1,6})\M', 'g') m) c
        cross join lateral unnest(w[1:cardinality(w) - 1]) x
      union all select p.key from point_parts(folded) p
      union all select phone_key(m[1]) from regexp_matches(folded, '((?:\+?1[ ./-]?)?\(?\m\d{3}\)?[\s./_–-]*\d{3}[\s./_–-]*\d{4}\M)', 'g') m) c
    where c.key is not null
      and exists (select from hidden_mark h where h.jurisdiction_id = app_jurisdiction() and h.mark = mark_of(c.key)));
end $$;

-- A text as it may leave: without number and street, point or phone of a place that is not shown. While nobody has decided on the place,
-- another's text says so only where it tells whose place that is; of a hidden one nobody's does, but of who shows a place of its own there.
create function without_places(said text, owner uuid) returns text language plpgsql stable parallel safe
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
        -- A number that a place keeps to itself is nobody else's.
        where c.dialled or own_shows(owner, c.key) is not true and (exists (select from location l where l.id = h.location_id
              and (l.visibility = 'hidden' or exists (select from service_at_location x join service s on s.id = x.service_id
                where x.location_id = l.id and s.confidential)))
            or tells_whose(plain, owner, h.location_id))
        group by c.part order by length(c.part) desc loop
      told := replace(told, one.part, '[…]');
    end loop;
  end if;
  return case when told = plain then said else told end;
end $$;
-- The same, and of its own organization's words without the names of its streets.
create or replace function told_words(said text, owner uuid) returns text language plpgsql stable parallel safe as $$
declare
  plain text;
begin
  if owner is null or not has_hidden_mark(owner) then return without_places(said, owner); end if;
  plain := plain_text(without_places(said, owner));
  return case when without_own_streets(plain, owner) = plain then without_places(said, owner) else without_own_streets(plain, owner) end;
end $$;

-- The same of one text, of a list of texts, of whatever is written in JSON, and of an address of the web, which goes whole. `kept`: kept_names().
create function told_text(said text, owner uuid, kept text) returns text language plpgsql stable parallel safe as $$
begin
  return case when plain_text(said) ~ kept then without_kept_names(told_words(said, owner), owner) else told_words(said, owner) end;
end $$;
create function told_list(said text[], owner uuid, kept text) returns text[] language plpgsql stable parallel safe as $$
begin
  return case when said is not null then array(select told_text(one, owner, kept) from unnest(said) with ordinality as u(one, n) order by n) end;
end $$;
create function told_json(said jsonb, owner uuid, kept text) returns jsonb language plpgsql stable parallel safe as $$
begin
  return case jsonb_typeof(said)
    when 'string' then to_jsonb(told_text(said #>> '{}', owner, kept))
    when 'array' then (select coalesce(jsonb_agg(told_json(one, owner, kept) order by n), '[]') from jsonb_array_elements(said) with ordinality as u(one, n))
    when 'object' then (select coalesce(jsonb_object_agg(told_text(name, owner, kept), told_json(one, owner, kept)), '{}') from jsonb_each(said) as u(name, one))
    else said end;
end $$;
create function told_address(said text, owner uuid, kept text) returns text language plpgsql stable parallel safe as $$
declare
  one text[];
  words text := said;
begin
  for one in select distinct regexp_matches(said, '(%([2-7][0-9a-f]))', 'gi') loop
    words := replace(words, one[1], chr(('x' || lpad(one[2], 8, '0'))::bit(32)::int));
  end loop;
  if told_text(words, owner, kept) is distinct from words then return null; end if;
  words := regexp_replace(plain_text(words), '[^[:alnum:]]+', ' ', 'g');
  return case when told_text(initcap(words), owner, kept) is not distinct from initcap(words) then said end;
end $$;
-- The words of what is written in JSON, for search.
create function json_words(said jsonb) returns text language sql immutable parallel safe as $$
  select string_agg(one #>> '{}', E'\n') from jsonb_path_query(said, 'strict $.** ? (@.type() == "string")') as one
$$;

-- Whose a unit is, is asked by who counts in it.
create index "service_capacity_unit_id_idx" on service_capacity("unit_id");

-- Places that are not shown already, by what is still known of them.
insert into hidden_mark (jurisdiction_id, location_id, mark)
select l.jurisdiction_id, l.id, encode(sha256(convert_to(l.jurisdiction_id::text || ' ' || w.key, 'UTF8')), 'hex')
from location l cross join lateral (
  select p.key from address a cross join lateral street_parts(a.address1) p where a.location_id = l.id
  union select street_name_key(p.key) from address a cross join lateral street_parts(a.address1) p where a.location_id = l.id
  union select k from point_keys(l.latitude::numeric, l.longitude::numeric) k where not l.approximate) w
where l.visibility <> 'full' on conflict do nothing;
-- What search keeps of listings where a place is hidden is written anew by the worker (complete-search-rows.server.ts).
with named as (
  select s.id from service s where s.jurisdiction_id in (select jurisdiction_id from hidden_mark)
), reach as (delete from listing_reach where service_id in (select id from named)),
words as (delete from listing_words where service_id in (select id from named)),
cards as (delete from listing_card where service_id in (select id from named))
delete from listing_search where service_id in (select id from named);
