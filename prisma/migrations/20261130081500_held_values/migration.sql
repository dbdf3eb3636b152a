-- A name as people mean it: folded, without the words of its legal form.
create function name_key(name text) returns text language sql immutable parallel safe strict as $$
  select btrim(regexp_replace(regexp_replace(folded_name(name), '\m(the|inc|incorporated|llc|ltd|corp|corporation|co|company)\M', ' ', 'g'), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- How a name stands in a text: its words with anything between them; of more than one word in any letters.
create function name_pattern(name text) returns text language sql immutable parallel safe strict as $$
  select '\m' || string_agg(case when w.n > 1 then '[^[:alnum:]]+' else '' end || case when w.many then w.folded else w.word end, '' order by w.n) || '\M'
  from (select word, n, count(*) over () > 1 as many,
      (select string_agg(case when c ~ '[[:alpha:]]' then '[' || lower(c) || upper(c) || ']' else c end, '' order by k) from regexp_split_to_table(word, '') with ordinality as p(c, k)) as folded
    from regexp_split_to_table(btrim(regexp_replace(split_part(name, ',', 1), '[^[:alnum:]]+', ' ', 'g')), ' ') with ordinality as s(word, n)
    where word <> '') w
$$;

create or replace function kept_names() returns text language sql stable parallel safe set enable_nestloop = on as $$
  select '(?:' || string_agg(distinct name_pattern(o.name), '|') || ')'
  from safety_hold h join organization o on o.id = h.organization_id
  where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and length(split_part(o.name, ',', 1)) > 5
    and is_held(o.id, null, null, null)
$$;

-- What another says of somebody who is held: sentences that name them, a street or a person of theirs, a phone or a point are left out.
create or replace function without_kept_names(said text, owner uuid) returns text language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  one record;
  told text := said;
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
  return told;
end $$;

-- Without the names of others: a name of its own that is alike would go (told-words.ts asks for both).
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
  return case when has_hidden_mark(owner) then without_own_streets(told, owner) else told end;
end $$;
