-- Hand-written (made from domain/directory/outgoing-gate.ts; its test holds both alike). Whether a row of the directory may leave
-- it, for rows that name it as their parent. Not plain SQL: that would be written out wherever it is called.

create function organization_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from organization t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (
  exists (select from service os where os.jurisdiction_id = t.jurisdiction_id and os.organization_id = t.id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null))))
  or (t.source <> 'portal' and t.merged_into_id is null and not exists (
    select from service kept where kept.jurisdiction_id = t.jurisdiction_id and kept.organization_id = t.id
      and kept.listing_state = 'do_not_list')))));
end $$;

create function program_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from program t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and organization_leaves(t.organization_id)
  and (t.source <> 'portal' or exists (select from service os where os.jurisdiction_id = t.jurisdiction_id and os.organization_id = t.organization_id and os.program_id = t.id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))))));
end $$;

create function location_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from location t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (
  exists (select from service_at_location ox where ox.location_id = t.id and (ox.jurisdiction_id = app_jurisdiction() and exists (select from service os where os.id = ox.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null))))))
  or (t.source <> 'portal' and not exists (select from service_at_location ux where ux.location_id = t.id)
    and (t.organization_id is null or organization_leaves(t.organization_id))))));
end $$;

create function service_at_location_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from service_at_location t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null))))));
end $$;

create function contact_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from contact t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null))));
end $$;

create function phone_leaves(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from phone t where t.id = wanted and (t.jurisdiction_id = app_jurisdiction() and (organization_leaves(t.organization_id) or exists (select from service os where os.id = t.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null)))) or location_leaves(t.location_id) or service_at_location_leaves(t.service_at_location_id) or contact_leaves(t.contact_id)
      or (t.source <> 'portal' and t.organization_id is null and t.service_id is null and t.location_id is null and t.service_at_location_id is null and t.contact_id is null))));
end $$;

create function location_told(wanted uuid) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from location t where t.id = wanted and ((t.jurisdiction_id = app_jurisdiction() and (
  exists (select from service_at_location ox where ox.location_id = t.id and (ox.jurisdiction_id = app_jurisdiction() and exists (select from service os where os.id = ox.service_id and (os.jurisdiction_id = app_jurisdiction() and (os.listing_state = 'published'
    or (os.listing_state = 'unpublished' and os.published_at is not null))))))
  or (t.source <> 'portal' and not exists (select from service_at_location ux where ux.location_id = t.id)
    and (t.organization_id is null or organization_leaves(t.organization_id))))) and t.visibility = 'full' and not (t.visibility = 'hidden' or exists (
  select from service_at_location hx join service hs on hs.id = hx.service_id
  where hx.location_id = t.id and hs.confidential))));
end $$;
