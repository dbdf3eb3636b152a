import type { Ctx } from "~/domain/kernel/context";
import { dateOf, type IsoDate } from "../kernel/calendar";
import { findAdopted, type FollowedFramework } from "./find-adopted.server";

export type KeptVersion = { version: number; change: string; inForceFrom: IsoDate };
export type ReadFramework = FollowedFramework & { versions: KeptVersion[] };

/** A framework as the jurisdiction follows it, or as it once did, with all its versions, newest first. Throws NotFound. */
export async function readFramework(
  ctx: Ctx,
  input: { framework: string; version?: number | undefined },
): Promise<ReadFramework> {
  const found = await findAdopted(ctx, input);
  const versions = await ctx.tx.frameworkVersion.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, adoptedId: found.id },
    orderBy: { version: "desc" },
    select: { version: true, change: true, inForceFrom: true },
  });
  return { ...found, versions: versions.map((one) => ({ ...one, inForceFrom: dateOf(one.inForceFrom) })) };
}

/** The version that a period keeps: the one in force on its last day, or the first for a period before it. */
export function versionOfPeriod(versions: readonly KeptVersion[], lastDay: IsoDate): number {
  const before = versions.filter(({ inForceFrom }) => inForceFrom <= lastDay);
  return before.length > 0 ? Math.max(...before.map(({ version }) => version)) : 1;
}
