import type { Prisma } from "~/db/generated/client";
import { actorStamp } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { recordAudit } from "../kernel/index.server";
import { changesBetween, type FactChange } from "./changes-between";
import { keptJurisdiction, type KeptJurisdiction } from "./kept-jurisdiction";

export type InForce = { version: number; createdAt: Date; kept: KeptJurisdiction };

/** The actor's own jurisdiction as it stands. Throws NotFound. */
export async function readInForce(ctx: Ctx): Promise<InForce> {
  const row = await ctx.tx.jurisdiction.findUnique({ where: { id: ctx.actor.jurisdictionId } });
  if (!row) throw new NotFound();
  return { version: row.settingsVersion, createdAt: row.createdAt, kept: keptJurisdiction.parse(row) };
}

/** The change itself, as `dryRun` only looks at it. */
export type Write = { version: number; dryRun: boolean; event: string };

async function keepVersions(ctx: Ctx, { version, createdAt, kept }: InForce, after: KeptJurisdiction) {
  const at = ctx.clock.now();
  const { jurisdictionId } = ctx.actor;
  const row = (number: number, whole: KeptJurisdiction, madeAt: Date, madeById: string | null) => ({
    ...{ id: newId(at), jurisdictionId, version: number, kept: whole as Prisma.InputJsonValue },
    ...{ madeAt, madeById },
  });
  await ctx.tx.jurisdictionVersion.createMany({
    data: [
      row(version, kept, createdAt, null),
      row(version + 1, after, at, actorStamp(ctx.actor).actorId ?? null),
    ],
    // What stood before the first change is kept with it.
    skipDuplicates: true,
  });
}

/**
 * Makes the next version of the actor's own jurisdiction, with its audit entry; of two at once the second is told. Answers
 * what changes. Throws Conflict ("jurisdiction_changed", "nothing_changed").
 */
export async function writeVersion(
  ctx: Ctx,
  { version, dryRun, event }: Write,
  change: (kept: KeptJurisdiction) => KeptJurisdiction,
): Promise<FactChange[]> {
  const inForce = await readInForce(ctx);
  if (inForce.version !== version) throw new Conflict("jurisdiction_changed");
  const after = change(inForce.kept);
  const changes = changesBetween(inForce.kept, after);
  if (changes.length === 0) throw new Conflict("nothing_changed");
  if (dryRun) return changes;
  const id = ctx.actor.jurisdictionId;
  const { count } = await ctx.tx.jurisdiction.updateMany({
    where: { id, settingsVersion: version },
    data: {
      ...after,
      settings: after.settings as Prisma.InputJsonValue,
      settingsVersion: { increment: 1 },
    },
  });
  if (count === 0) throw new Conflict("jurisdiction_changed");
  await keepVersions(ctx, inForce, after);
  await recordAudit(ctx, {
    ...{ event, entity: "Jurisdiction", entityId: id, fields: changes.map(({ field }) => field) },
    reason: changes.map(({ field, from, to }) => `${field}: ${from || "-"} -> ${to || "-"}`).join("; "),
  });
  return changes;
}
