import { z } from "zod";
import { Prisma } from "~/db/generated/client";
import { staffUserId } from "../../kernel/actor";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { writeSearchRows } from "../search-index/write-search-rows.server";
import { takeWholeRow } from "./take-whole-row.server";

const decideImportConflictSchema = z.object({ id: z.string(), decision: z.enum(["ours", "theirs"]) });

/** Tables whose single fields a decision may write. */
const writable: readonly string[] = [
  ...[
    "organization",
    "program",
    "service",
    "location",
    "address",
    "contact",
    "phone",
    "schedule",
    "service_area",
  ],
  ...["service_capacity", "cost_option", "required_document", "language", "accessibility", "funding", "url"],
  ...["service_at_location", "organization_identifier", "eligibility_rule"],
];
const renamed: Readonly<Record<string, string>> = {
  "service.assured_date": "source_assured_on",
  "service.assurer_email": "source_assurer_email",
  "address.address_1": "address1",
  "address.address_2": "address2",
  "schedule.timezone": "utc_offset",
  "funding.source": "funding_source",
};

type Row = {
  id: string;
  entity: string;
  entityId: string;
  serviceId: string | null;
  field: string;
  ours: string | null;
  theirs: string | null;
};

/** Writes the source's value to the one field; its table and column must be there. Lists come as text with commas. */
async function takeTheirs(ctx: Ctx, row: Row): Promise<void> {
  const column = renamed[`${row.entity}.${row.field}`] ?? row.field;
  const [found] = await ctx.tx.$queryRaw<{ type: string; name: string; empty: boolean }[]>`
    select format_type(a.atttypid, a.atttypmod) as type, a.attname as name, a.attnotnull as empty from pg_attribute a
    where a.attrelid = to_regclass(${`public.${row.entity}`}) and a.attname = ${column} and a.attnum > 0 and not a.attisdropped`;
  if (!found || !writable.includes(row.entity)) throw new Conflict("cannot_be_taken");
  const own = Prisma.sql`id = ${row.entityId}::uuid and jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid`;
  const value = found.type.endsWith("[]")
    ? Prisma.sql`string_to_array(coalesce(${row.theirs}::text, ''), ', ')`
    : Prisma.sql`${row.theirs ?? (found.empty && found.type === "text" ? "" : null)}::text::${Prisma.raw(found.type)}`;
  const done = await ctx.tx
    .$executeRaw`update ${Prisma.raw(`"${row.entity}"`)} set ${Prisma.raw(`"${found.name}"`)} = ${value} where ${own}`;
  if (done === 0) throw new Conflict("row_gone");
  await ctx.tx
    .$executeRaw`insert into field_change (id, jurisdiction_id, service_id, entity, entity_id, at, action, field, previous,
    replacement, changed_by, actor_id) values (${newId(ctx.clock.now())}::uuid, ${ctx.actor.jurisdictionId}::uuid, ${row.serviceId}::uuid, ${row.entity},
    ${row.entityId}::uuid, ${ctx.clock.now()}, 'import', ${row.field}, ${row.ours}, ${row.theirs}, 'import', ${staffUserId(ctx.actor)})`;
}

/**
 * Decides a field in which a source differs from what a provider has confirmed, or a whole row that it has beyond that: ours
 * stays, or theirs is taken now. Throws NotFound, and Conflict("decided") when somebody was first.
 */
export async function decideImportConflict(
  ctx: Ctx,
  input: z.input<typeof decideImportConflictSchema>,
): Promise<void> {
  whereFor(ctx, "import", "Service");
  const { id, decision } = parseInput(decideImportConflictSchema, input);
  const { jurisdictionId } = ctx.actor;
  const known = z.uuid().safeParse(id).success;
  const row = known ? await ctx.tx.importConflict.findFirst({ where: { id, jurisdictionId } }) : null;
  if (!row) throw new NotFound();
  const decided = { decision, decidedAt: ctx.clock.now(), decidedById: staffUserId(ctx.actor) };
  const { count } = await ctx.tx.importConflict.updateMany({
    where: { id, jurisdictionId, decidedAt: null },
    data: decided,
  });
  if (count === 0) throw new Conflict("decided");
  if (decision === "theirs") await (row.field === "row" ? takeWholeRow(ctx, row) : takeTheirs(ctx, row));
  await recordAudit(ctx, {
    event: "import_conflict.decided",
    entity: "ImportConflict",
    entityId: id,
    fields: [row.field],
    reason: decision,
  });
  if (decision === "ours" || row.serviceId === null) return;
  await ctx.tx.service.updateMany({
    where: { id: row.serviceId, jurisdictionId },
    data: { lastModified: ctx.clock.now(), version: { increment: 1 } },
  });
  await writeSearchRows(ctx, [row.serviceId]);
}
