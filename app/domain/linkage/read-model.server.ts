import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { mayLinkByScore, type TrainedOn } from "./link-limits";

export type ModelInForce = { version: number; trainedAt: Date; trainedOn: TrainedOn; mayLink: boolean };

/** The model that runs weigh with, and whether its scores may link by themselves; null before the first. */
export async function readModel(ctx: Ctx): Promise<ModelInForce | null> {
  whereFor(ctx, "train", "LinkCandidate");
  const model = await ctx.tx.linkModel.findFirst({
    where: { jurisdictionId: ctx.actor.jurisdictionId },
    orderBy: { version: "desc" },
  });
  if (!model) return null;
  const { version, trainedAt } = model;
  const trainedOn = model.trainedOn as TrainedOn;
  return { version, trainedAt, trainedOn, mayLink: mayLinkByScore(trainedOn) };
}
