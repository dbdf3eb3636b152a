-- Places that a hold knew and left shown: what a source adds while nobody has decided waits with the rest.
alter table safety_hold add column left_shown uuid[] not null default '{}';
update safety_hold h set left_shown = array(
  select l.id from location l where l.jurisdiction_id = h.jurisdiction_id and l.visibility = 'full'
    and (l.organization_id = h.organization_id or l.id in (
      select p.location_id from service_at_location p join service s on s.id = p.service_id
      where s.organization_id = h.organization_id)));
