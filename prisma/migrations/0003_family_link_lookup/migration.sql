-- A private link is opened by somebody whose jurisdiction is not known yet, so row-level security would hide it.
-- This answers one live link for one exact hash and nothing else.
create function find_family_link(hash text)
returns table (id uuid, household_id uuid, jurisdiction_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select l.id, l.household_id, l.jurisdiction_id from family_link l
  where l.token_hash = hash and l.revoked_at is null and l.expires_at > now()
$$;
revoke all on function find_family_link(text) from public;
grant execute on function find_family_link(text) to upstream_app;
