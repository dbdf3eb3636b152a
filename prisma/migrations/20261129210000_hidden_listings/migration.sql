-- Hours and area that a listing states for itself say where and when its place is (domain/directory/outgoing/kept-back.ts): where
-- every place of it keeps a kind to itself, so does the listing. Null of no listing.
create function service_keeps(wanted uuid, kind text) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return exists (select from service_at_location x where x.service_id = wanted and x.closed_at is null)
    and not exists (select from service_at_location x where x.service_id = wanted and x.closed_at is null
      and place_keeps(x.location_id, kind) is not true);
end $$;

-- An address that names an organization held as a victim service, or one of its listings, is theirs wherever it hangs.
create function names_held(said text) returns boolean language plpgsql stable strict parallel safe as $$
begin
  return said <> '' and exists (select from safety_hold h join organization o on o.id = h.organization_id
    where h.jurisdiction_id = app_jurisdiction() and h.status <> 'is_not' and (folded_name(o.name) = folded_name(said)
      or exists (select from service s where s.organization_id = o.id and folded_name(s.name) = folded_name(said))));
end $$;
