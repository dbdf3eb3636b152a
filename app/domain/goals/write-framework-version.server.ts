import type { Prisma } from "~/db/generated/client";
import { actorStamp } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { asColumn } from "../kernel/calendar";
import { readJurisdiction } from "~/domain/organizations/index.server";
import type { GoalFramework } from "./goal-framework";

export type FrameworkWrite = {
  adoptedId: string;
  version: number;
  body: GoalFramework;
  change: "adopted" | "names" | "goal" | "order" | "left_out" | "undone";
};

/** Who acted, where it is somebody with an account. */
export const madeById = (ctx: Ctx): string | null =>
  ctx.actor.kind === "staff" ? actorStamp(ctx.actor).actorId : null;

/** Keeps one whole version, in force from today on where the jurisdiction is. */
export async function writeFrameworkVersion(ctx: Ctx, write: FrameworkWrite): Promise<void> {
  const { timeZone } = await readJurisdiction(ctx);
  const at = ctx.clock.now();
  await ctx.tx.frameworkVersion.createMany({
    data: {
      ...{ id: newId(at), jurisdictionId: ctx.actor.jurisdictionId, madeAt: at, madeById: madeById(ctx) },
      ...{ adoptedId: write.adoptedId, version: write.version, change: write.change },
      body: write.body as Prisma.InputJsonValue,
      inForceFrom: asColumn(ctx.clock.today(timeZone)),
    },
  });
}
