-- What a source says in words of a listing that may be a victim service's stays also while nobody has decided yet: of the listings
-- that say so or are given at a held place, and of the organization where it has no other place.
create or replace function held_keeps(organization uuid, service uuid, kind text) returns boolean language plpgsql stable parallel safe
  set enable_nestloop = on as $$
begin
  return exists (select from safety_hold h where h.jurisdiction_id = app_jurisdiction()
    and h.organization_id = coalesce(organization, (select s.organization_id from service s where s.id = service))
    and (h.status = 'open' and kind = 'contact'
      or h.status = 'open' and kind = 'words' and case when service is not null
        then h.evidence @> jsonb_build_array(jsonb_build_object('serviceId', service::text))
          or exists (select from service_at_location x where x.service_id = service and x.closed_at is null and x.location_id = any(h.places))
        else not exists (select from service s join service_at_location x on x.service_id = s.id and x.closed_at is null
          where s.organization_id = h.organization_id and s.listing_state = 'published' and x.location_id <> all(h.places)) end
      or h.status = 'is' and kind <> all(h.tells)
      and case when service is not null then (select s.confidential from service s where s.id = service)
        else not exists (select from service s join service_at_location x on x.service_id = s.id and x.closed_at is null
          join location l on l.id = x.location_id
          where s.organization_id = h.organization_id and s.listing_state = 'published' and l.visibility <> 'hidden') end));
end $$;
