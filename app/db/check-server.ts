import type pg from "pg";

const oldest = 150_000;

/** Throws, naming the version, where the server is too old for what the migrations say. */
export async function checkServerVersion(client: Pick<pg.ClientBase, "query">): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as version",
  );
  if (Number(rows[0]?.number) >= oldest) return;
  throw new Error(
    `The database server is PostgreSQL ${rows[0]?.version ?? "?"}; the portal needs PostgreSQL 15 or later. Nothing was changed.`,
  );
}

interface Rights {
  login: string;
  database: string;
  create_schemas: boolean;
  create_tables: boolean;
  make_roles: boolean;
  roles_missing: boolean;
  foreign_owner: string | null;
}

const rights = `
  select current_user as login, current_database() as database,
    has_database_privilege(current_database(), 'CREATE') as create_schemas,
    has_schema_privilege('public', 'CREATE') as create_tables,
    (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as make_roles,
    (select count(*) < 3 from pg_roles
      where rolname in ('upstream_app', 'upstream_protected', 'upstream_worker')) as roles_missing,
    (select pg_get_userbyid(relowner)::text from pg_class
      where oid = to_regclass('public._prisma_migrations') and not pg_has_role(relowner, 'USAGE')) as foreign_owner`;

function lackOf(found: Rights): string | null {
  const { login, database } = found;
  if (found.foreign_owner)
    return `its tables belong to "${found.foreign_owner}". Give that login in DATABASE_URL, or make "${login}" a member of it: grant "${found.foreign_owner}" to "${login}";`;
  if (!found.create_schemas)
    return `it lacks the right CREATE on the database. As its owner: grant create on database "${database}" to "${login}";`;
  if (!found.create_tables)
    return `it lacks the right CREATE on the schema public. As its owner: grant create on schema public to "${login}";`;
  if (found.roles_missing && !found.make_roles)
    return `it lacks the right CREATEROLE. As a superuser: alter role "${login}" createrole;`;
  return null;
}

/** Throws, naming the right and how to give it, where the login may not make what the migrations make. */
export async function checkOwnerRights(client: Pick<pg.ClientBase, "query">): Promise<void> {
  const { rows } = await client.query<Rights>(rights);
  const found = rows[0];
  const lack = found && lackOf(found);
  if (lack)
    throw new Error(
      `The login "${found.login}" cannot set up the database "${found.database}": ${lack} Nothing was changed.`,
    );
}
