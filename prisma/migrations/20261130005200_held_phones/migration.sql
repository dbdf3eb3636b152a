-- Phones and contacts that a source gives of an organization decided to be a victim service: its own where none of its published places is
-- shown, and those of its hidden listings, unless their kind was ticked.
create function held_keeps(organization uuid, service uuid, kind text) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select from safety_hold h where h.jurisdiction_id = app_jurisdiction() and h.status = 'is' and kind <> all(h.tells)
    and h.organization_id = coalesce(organization, (select s.organization_id from service s where s.id = service))
    and case when service is not null then (select s.confidential from service s where s.id = service)
      else not exists (select from service s join service_at_location x on x.service_id = s.id and x.closed_at is null
        join location l on l.id = x.location_id
        where s.organization_id = h.organization_id and s.listing_state = 'published' and l.visibility <> 'hidden') end);
end $$;

-- Made from domain/directory/outgoing/outgoing-gate.ts, as in the migration open_data.
create or replace function contact_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from contact t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and not (place_keeps(t.location_id, 'contact') is true or site_keeps(t.service_at_location_id, 'contact') is true or (t.source <> 'portal' and held_keeps(t.organization_id, t.service_id, 'contact'))) and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null))));
end $$;
create or replace function phone_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from phone t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and not (place_keeps(t.location_id, 'phone') is true or site_keeps(t.service_at_location_id, 'phone') is true or contact_keeps(t.contact_id, 'phone') is true or (t.source <> 'portal' and held_keeps(coalesce(t.organization_id, (select c.organization_id from contact c where c.id = t.contact_id)), coalesce(t.service_id, (select c.service_id from contact c where c.id = t.contact_id)), 'phone'))) and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id) or contact_leaves(t.contact_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null and t.contact_id is null))));
end $$;

-- What search keeps of their listings is written anew by the worker (complete-search-rows.server.ts).
with held as (
  select distinct s.id from service s join safety_hold h on h.organization_id = s.organization_id where h.status = 'is'
), reach as (delete from listing_reach where service_id in (select id from held)),
words as (delete from listing_words where service_id in (select id from held)),
cards as (delete from listing_card where service_id in (select id from held))
delete from listing_search where service_id in (select id from held);
