-- Before the first table: extensions, the two roles, who is asking, and what refuses to be changed.

do $$
declare wanted text;
begin
  for wanted in select name from pg_available_extensions
    where name in ('pg_trgm', 'unaccent', 'btree_gin', 'btree_gist', 'fuzzystrmatch')
  loop
    execute format('create extension if not exists %I', wanted);
  end loop;
end $$;

-- Roles ------------------------------------------------------------------------------------------------------
-- Roles belong to the whole server: another database of it may have made them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'upstream_app') then
    create role upstream_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'upstream_protected') then
    create role upstream_protected nologin;
  end if;
  execute format('grant upstream_app, upstream_protected to %I', current_user);
end $$;

grant usage on schema public to upstream_app, upstream_protected;
alter default privileges in schema public grant select, insert, update, delete on tables to upstream_app;
alter default privileges in schema public grant usage, select on sequences to upstream_app;
-- Prisma's own list of migrations is not the application's.
revoke all on _prisma_migrations from upstream_app;

-- Who asks ---------------------------------------------------------------------------------------------------
create function app_jurisdiction() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.jurisdiction_id', true), '')::uuid $$;

-- The organization that the actor is confined to; null for the agency's own staff, families and jobs.
create function app_organization() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;

-- Append-only ------------------------------------------------------------------------------------------------
-- Nobody changes a row; only the tables' owner may remove one (deleting a person's data, with its own audit entry).
create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' and current_user = (
    select r.rolname from pg_class c join pg_roles r on r.oid = c.relowner where c.oid = tg_relid
  ) then
    return case when tg_op = 'DELETE' then old end;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
