-- Whose people are named stays also while nobody has decided yet.
create or replace function held_keeps(organization uuid, service uuid, kind text) returns boolean language plpgsql stable parallel safe as $$
begin
  return exists (select from safety_hold h where h.jurisdiction_id = app_jurisdiction()
    and h.organization_id = coalesce(organization, (select s.organization_id from service s where s.id = service))
    and (h.status = 'open' and kind = 'contact' or h.status = 'is' and kind <> all(h.tells)
      and case when service is not null then (select s.confidential from service s where s.id = service)
        else not exists (select from service s join service_at_location x on x.service_id = s.id and x.closed_at is null
          join location l on l.id = x.location_id
          where s.organization_id = h.organization_id and s.listing_state = 'published' and l.visibility <> 'hidden') end));
end $$;

-- Made from domain/directory/outgoing/outgoing-gate.ts, as in the migration open_data.
create or replace function contact_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from contact t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and not (place_keeps(t.location_id, 'contact') is true or site_keeps(t.service_at_location_id, 'contact') is true or (t.source <> 'portal' and held_keeps(coalesce(t.organization_id, (select l.organization_id from location l where l.id = t.location_id)), t.service_id, 'contact'))) and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null))));
end $$;
create or replace function phone_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from phone t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and not (place_keeps(t.location_id, 'phone') is true or site_keeps(t.service_at_location_id, 'phone') is true or contact_keeps(t.contact_id, 'phone') is true or (t.source <> 'portal' and held_keeps(coalesce(t.organization_id, (select c.organization_id from contact c where c.id = t.contact_id)), coalesce(t.service_id, (select c.service_id from contact c where c.id = t.contact_id)), 'phone'))) and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id) or contact_leaves(t.contact_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null and t.contact_id is null))));
end $$;

