-- A hidden place is hidden whole: what hangs on it stays with it unless it was told to be shown.
alter table location add column tells_while_hidden text[] not null default '{}';

-- Whether a place keeps rows of a kind to itself (domain/directory/outgoing/kept-back.ts). Null of no place.
create function place_keeps(wanted uuid, kind text) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from location l where l.id = wanted and kind <> all(l.tells_while_hidden) and (l.visibility = 'hidden' or exists (
    select from service_at_location hx join service hs on hs.id = hx.service_id where hx.location_id = l.id and hs.confidential)));
end $$;

create function site_keeps(wanted uuid, kind text) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return (select place_keeps(x.location_id, kind) from service_at_location x where x.id = wanted);
end $$;

create function contact_keeps(wanted uuid, kind text) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return (select place_keeps(c.location_id, kind) is true or site_keeps(c.service_at_location_id, kind) is true
    from contact c where c.id = wanted);
end $$;

create function phone_keeps(wanted uuid, kind text) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return (select place_keeps(p.location_id, kind) is true or site_keeps(p.service_at_location_id, kind) is true
      or contact_keeps(p.contact_id, kind) is true
    from phone p where p.id = wanted);
end $$;

-- Made from domain/directory/outgoing/outgoing-gate.ts, as in the migration open_data.
create or replace function contact_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from contact t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction()
    and not (place_keeps(t.location_id, 'contact') is true or site_keeps(t.service_at_location_id, 'contact') is true)
    and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null))));
end $$;

create or replace function phone_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from phone t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction()
    and not (place_keeps(t.location_id, 'phone') is true or site_keeps(t.service_at_location_id, 'phone') is true or contact_keeps(t.contact_id, 'phone') is true)
    and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id) or contact_leaves(t.contact_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null and t.contact_id is null))));
end $$;

-- The history of everything that hangs on hidden places is emptied: that it changed stays, its values go. It can only empty, and
-- only of places that are hidden. Whether a place is shown, or closed, is no value of the place.
create function forget_hidden_places(places uuid[]) returns void
language sql security definer set search_path = public, pg_temp as $$
  with place as (
    select l.id from location l where l.id = any(places) and l.jurisdiction_id = app_jurisdiction() and (l.visibility = 'hidden'
      or exists (select from service_at_location x join service s on s.id = x.service_id where x.location_id = l.id and s.confidential))
  ), site as (
    select x.id, x.service_id from service_at_location x join place p on p.id = x.location_id
  ), person as (
    select c.id from contact c where c.location_id in (select id from place) or c.service_at_location_id in (select id from site)
  ), line as (
    select h.id from phone h where h.location_id in (select id from place) or h.service_at_location_id in (select id from site)
      or h.contact_id in (select id from person)
  ), kept as (
    select id from place union all select id from site union all select id from person union all select id from line
    union all select c.id from schedule c where c.location_id in (select id from place) or c.service_at_location_id in (select id from site)
    union all select a.id from service_area a where a.service_at_location_id in (select id from site)
    union all select a.id from address a where a.location_id in (select id from place)
    union all select y.id from accessibility y where y.location_id in (select id from place)
    union all select g.id from language g where g.location_id in (select id from place) or g.phone_id in (select id from line)
  ), mine as (
    select id from kept union all select a.id from attribute a where a.link_id in (select id from kept)
  ), gone as (
    delete from field_change f where (f.previous is not null or f.replacement is not null)
      and f.field not in ('address_visibility', 'place_closed') and f.jurisdiction_id = app_jurisdiction()
      and (f.entity_id in (select id from mine)
        or f.entity in ('location', 'address', 'accessibility') and f.service_id in (select service_id from site))
    returning f.*
  )
  insert into field_change (id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field,
    changed_by, actor_id, source, source_id)
  select id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field,
    changed_by, actor_id, source, source_id from gone
$$;
revoke all on function forget_hidden_places(uuid[]) from public;
grant execute on function forget_hidden_places(uuid[]) to upstream_app;

create or replace function forget_place_history(listing uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  select forget_hidden_places(array(select own.location_id from service_at_location own
    where own.service_id = listing and own.jurisdiction_id = app_jurisdiction()))
$$;

-- What search keeps of listings that have a hidden place is written anew by the worker (complete-search-rows.server.ts).
with hidden as (
  select distinct s.id from service s
  join organization o on o.id = s.organization_id join location l on l.organization_id = o.id or exists (
    select from service_at_location x where x.service_id = s.id and x.location_id = l.id)
  where l.visibility = 'hidden' or s.confidential
), reach as (delete from listing_reach where service_id in (select id from hidden)),
words as (delete from listing_words where service_id in (select id from hidden)),
cards as (delete from listing_card where service_id in (select id from hidden))
delete from listing_search where service_id in (select id from hidden);

-- Cards whose text was cut within a word are written anew too.
delete from listing_words where service_id in (select id from service where length(description) > 600);
