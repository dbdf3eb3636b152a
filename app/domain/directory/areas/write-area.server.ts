import { type Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid, NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { readNeeds } from "../code-lists/needs-in-force.server";
import { searchWords } from "../search/search-words";
import type { AreaChange, AreaFacts } from "./area-changes";
import { areaKey, asTyped, namesOfArea } from "./area-names";

/** An area of the actor's as it stands. Throws NotFound. */
export async function findArea(ctx: Ctx, id: string) {
  const reach = whereFor(ctx, "write", "Area");
  const row = isId(id) ? await ctx.tx.area.findFirst({ where: { AND: [reach, { id }] } }) : null;
  if (!row) throw new NotFound();
  return row;
}

/** Makes every process read the areas anew. Whoever writes one waits here for who does so already. */
export async function lockAreas(ctx: Ctx): Promise<void> {
  await ctx.tx.jurisdiction.update({
    where: { id: ctx.actor.jurisdictionId },
    data: { codeListsVersion: { increment: 1 } },
  });
}

const fieldOf = (name: string, { nameEn, nameEs }: AreaFacts) =>
  name === nameEn ? "nameEn" : name === nameEs ? "nameEs" : "otherNames";

/** A name means one area, has letters, and is no word that a search reads as something else. Throws Invalid naming which. */
export async function refuseNames(ctx: Ctx, id: string, facts: AreaFacts): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const others = await ctx.tx.area.findMany({ where: { jurisdictionId, endedAt: null, id: { not: id } } });
  const taken = new Set(others.flatMap(namesOfArea).map(areaKey));
  const { words } = await readNeeds(ctx);
  for (const name of namesOfArea(facts)) {
    const refuse = (code: string) => {
      throw new Invalid({ [fieldOf(name, facts)]: [`${code}:${name}`] });
    };
    if (!/\p{L}{2}/u.test(name) || areaKey(name).length < 3) refuse("name_short");
    if (taken.has(areaKey(name))) refuse("name_taken");
    if (searchWords.has(asTyped(name)) || words.has(asTyped(name))) refuse("name_is_word");
  }
}

/** Writes an area at the version that was read, with its audit entry. Throws Conflict("area_changed"). */
export async function writeArea(
  ctx: Ctx,
  key: { id: string; version: number },
  data: Prisma.AreaUpdateManyMutationInput,
  told: { event: string; changes: readonly AreaChange[] },
): Promise<void> {
  const { count } = await ctx.tx.area.updateMany({
    where: { AND: [whereFor(ctx, "write", "Area"), key] },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("area_changed");
  await auditArea(ctx, key.id, told);
}

/** What happened to an area, from what to what. */
export async function auditArea(
  ctx: Ctx,
  entityId: string,
  { event, changes }: { event: string; changes: readonly AreaChange[] },
): Promise<void> {
  const reason = changes.map(({ field, from, to }) => `${field}: ${from || "-"} -> ${to || "-"}`).join("; ");
  await recordAudit(ctx, {
    ...{ event, entity: "Area", entityId, fields: changes.map(({ field }) => field) },
    ...(reason && { reason }),
  });
}
