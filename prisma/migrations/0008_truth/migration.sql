-- Hand-written. A check's link is opened by somebody whose jurisdiction is not known yet. This answers the check of one
-- exact hash, used or not, and nothing else.
create function find_listing_check(hash text)
returns table (id uuid, jurisdiction_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, c.jurisdiction_id from listing_check c where c.token_hash = hash
$$;
revoke all on function find_listing_check(text) from public;
grant execute on function find_listing_check(text) to upstream_app;

-- A place that becomes hidden is forgotten in the history too: that its fields changed stays, their values go. The history
-- is append-only for the application; this is the one way around it, and it can only empty.
create function forget_place_history(listing uuid)
returns void
language sql security definer set search_path = public, pg_temp
as $$
  with here as (
    select distinct other.service_id from service_at_location own
    join location l on l.id = own.location_id
    join service s on s.id = own.service_id
    join service_at_location other on other.location_id = own.location_id
    where own.service_id = listing and own.jurisdiction_id = app_jurisdiction()
      and (l.visibility = 'hidden' or s.confidential)
  ), gone as (
    delete from field_change f using here
    where f.service_id = here.service_id and f.entity in ('location', 'address', 'accessibility')
      and (f.previous is not null or f.replacement is not null)
    returning f.*
  )
  insert into field_change (id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field,
    changed_by, actor_id, source, source_id)
  select id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field,
    changed_by, actor_id, source, source_id from gone
$$;
revoke all on function forget_place_history(uuid) from public;
grant execute on function forget_place_history(uuid) to upstream_app;
