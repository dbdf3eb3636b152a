-- Since when an organization is sealed without a break: what was sent to it since then is never opened again.
alter table organization add column sealed_at timestamptz(3);
-- Of those sealed before, the moment is not known: all that they ever had counts as sealed.
update organization set sealed_at = created_at where victim_service_provider or part2_program;

-- Whoever marks it, by a form, a decision, a merge or an undone merge: the moment is never a form's to write.
create function seal_since() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not (new.victim_service_provider or new.part2_program) then new.sealed_at := null;
  elsif tg_op = 'UPDATE' and (old.victim_service_provider or old.part2_program) then
    new.sealed_at := coalesce(old.sealed_at, now());
  else new.sealed_at := now();
  end if;
  return new;
end $$;
-- After seal_what_is_merged, which may set the marks: triggers go by name.
create trigger sealed_since before insert or update on organization for each row execute function seal_since();
