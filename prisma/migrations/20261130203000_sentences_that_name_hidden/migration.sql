-- Who hides a place of its own, whatever the reason, with those places and what the organization and its listings there are called.
create function hidden_names() returns table (id uuid, places uuid[], patterns text[]) language sql stable parallel safe set enable_nestloop = on as $$
  with place as materialized (
    select distinct h.location_id as id from hidden_mark h join location l on l.id = h.location_id
    where h.jurisdiction_id = app_jurisdiction() and (l.visibility = 'hidden' or exists (
      select from service_at_location x join service s on s.id = x.service_id where x.location_id = l.id and s.confidential))
  ), named as (
    select l.organization_id as owner, p.id, null::text as listing from place p join location l on l.id = p.id where l.organization_id is not null
    union select s.organization_id, p.id, s.name from place p join service_at_location x on x.location_id = p.id join service s on s.id = x.service_id
  )
  select n.owner, array_agg(distinct n.id), array_agg(distinct name_pattern(w.word)) filter (where length(split_part(w.word, ',', 1)) > 5)
  from named n join organization o on o.id = n.owner cross join lateral unnest(array[o.name, o.alternate_name, n.listing]) w(word)
  group by n.owner
$$;

-- Names of organizations that are held whole, and of who hides a place, as a pattern; null when there are none. Asked once a query.
create or replace function kept_names() returns text language sql stable parallel safe set enable_nestloop = on as $$
  select '(?:' || string_agg(distinct pattern, '|') || ')' from (
    select name_pattern(o.name) as pattern from safety_hold h join organization o on o.id = h.organization_id
    where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and length(split_part(o.name, ',', 1)) > 5
      and is_held(o.id, null, null, null)
    union select unnest(patterns) from hidden_names()) p
$$;

-- Of a text that names who hides a place: the sentences without those that name its street or its point.
create function without_hidden_streets(said text, owner uuid) returns text language plpgsql stable parallel safe set enable_nestloop = on as $$
declare
  one record;
  told text := said;
begin
  for one in select n.places, '(?:' || array_to_string(n.patterns, '|') || ')' as pattern from hidden_names() n
      where n.id is distinct from owner and n.patterns is not null loop
    if told ~ one.pattern then
      select string_agg(case when part ~ '\d{2}[.]\d{3}' or exists (
            select from regexp_matches(lower(unaccent(part)), '[a-z0-9'']{3,}', 'g') as word join hidden_mark m
              on m.jurisdiction_id = app_jurisdiction() and m.location_id = any(one.places) and m.mark = mark_of('street ' || word[1]))
          then '[…]' else part end, ' ' order by n) into told
        from regexp_split_to_table(told, '(?<=[.;!?])\s+|\n+') with ordinality as p(part, n);
    end if;
  end loop;
  return told;
end $$;

-- What another says of somebody who is held: sentences that name them, a street or a person of theirs, a phone or a point are left out;
-- of somebody who hides a place: those that name its street or point.
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
  told := without_hidden_streets(told, owner);
  return case when told = plain then said else told end;
end $$;

-- What search keeps of texts that name who hides a place is written anew by the worker (complete-search-rows.server.ts).
with named as (
  select s.id from service s where s.jurisdiction_id in (select jurisdiction_id from hidden_mark)
), words as (delete from listing_words where service_id in (select id from named)),
cards as (delete from listing_card where service_id in (select id from named))
delete from listing_search where service_id in (select id from named);
