-- How many mails of all counties wait or failed, for whoever watches the installation: counts alone, of no county apart.
create function count_outbox() returns table (state text, count integer) language sql stable security definer
  set search_path = public, pg_temp as
$$ select s.state::text, count(o.id)::int from unnest(enum_range(null::outbox_status)) s(state)
   left join outbox_message o on o.status = s.state group by s.state $$;
revoke all on function count_outbox() from public;
grant execute on function count_outbox() to upstream_app;
