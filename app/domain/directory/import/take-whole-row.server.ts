import { Prisma } from "~/db/generated/client";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { newId } from "../../kernel/ids";

/** What a detail row may point at, by column. */
const parents: Readonly<Record<string, string>> = {
  organization_id: "organization",
  service_id: "service",
  location_id: "location",
  service_at_location_id: "service_at_location",
  contact_id: "contact",
  phone_id: "phone",
  unit_id: "unit",
  taxonomy_term_id: "taxonomy_term",
};

/** Everything that the row points at must be there still. */
async function checkParents(ctx: Ctx, row: Record<string, unknown>): Promise<void> {
  for (const [column, table] of Object.entries(parents)) {
    const key = row[column];
    if (typeof key !== "string") continue;
    const found = await ctx.tx.$queryRaw<unknown[]>`select id from ${Prisma.raw(`"${table}"`)}
      where id = ${key}::uuid and coalesce(jurisdiction_id, ${ctx.actor.jurisdictionId}::uuid) = ${ctx.actor.jurisdictionId}::uuid`;
    if (found.length === 0) throw new Conflict("row_gone");
  }
}

/**
 * Writes a row of a source that an import had left out, as it would have written it, and tells the listing's history. Throws
 * Conflict("row_gone") when what it hangs on is gone, and Conflict("cannot_be_taken") for one that an older version listed
 * without its columns.
 */
export async function takeWholeRow(
  ctx: Ctx,
  conflict: {
    entity: string;
    entityId: string;
    serviceId: string | null;
    theirs: string | null;
    row: unknown;
  },
): Promise<void> {
  const { entity, entityId, serviceId, theirs, row } = conflict;
  if (typeof row !== "object" || row === null) throw new Conflict("cannot_be_taken");
  const values = row as Record<string, unknown>;
  const known = await ctx.tx.$queryRaw<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = to_regclass(${`public.${entity}`}) and attnum > 0 and not attisdropped`;
  const columns = known.map(({ name }) => name).filter((name) => name in values);
  if (!columns.includes("id")) throw new Conflict("cannot_be_taken");
  await checkParents(ctx, values);
  const table = Prisma.raw(`"${entity}"`);
  const list = Prisma.raw(columns.map((name) => `"${name}"`).join(", "));
  await ctx.tx.$executeRaw`insert into ${table} (${list})
    select ${list} from jsonb_populate_record(null::${table}, ${JSON.stringify(values)}::jsonb) on conflict do nothing`;
  await ctx.tx
    .$executeRaw`insert into field_change (id, jurisdiction_id, service_id, entity, entity_id, at, action, field,
    replacement, changed_by, actor_id) values (${newId(ctx.clock.now())}::uuid, ${ctx.actor.jurisdictionId}::uuid, ${serviceId}::uuid,
    ${entity}, ${entityId}::uuid, ${ctx.clock.now()}, 'import', 'row', ${theirs}, 'import', ${staffUserId(ctx.actor)})`;
}
