import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { whereFor } from "~/domain/kernel/index.server";
import { dateOf, type IsoDate } from "../kernel/calendar";
import type { GoalFramework } from "./goal-framework";
import { goalFrameworks } from "./goal-frameworks";

export type FollowedFramework = {
  /** The row; not the framework's own id, which stands in its body. */
  id: string;
  body: GoalFramework;
  version: number;
  inForceFrom: IsoDate;
  /** The version in force; another one is looked back at. */
  newest: number;
  retired: boolean;
};

/**
 * A framework as the jurisdiction follows it: the version in force, or an earlier one where `version` says so. NotFound for
 * one that was not adopted, and for a retired one unless a version of it is named.
 */
export async function findAdopted(
  ctx: Ctx,
  { framework, version }: { framework: string; version?: number | undefined },
): Promise<FollowedFramework> {
  const adopted = await ctx.tx.adoptedFramework.findFirst({
    where: { AND: [whereFor(ctx, "read", "AdoptedFramework"), { framework }] },
  });
  if (!adopted || (adopted.retiredAt && version === undefined)) throw new NotFound();
  const wanted = version ?? adopted.version;
  const found = await ctx.tx.frameworkVersion.findUnique({
    where: { adoptedId_version: { adoptedId: adopted.id, version: wanted } },
  });
  if (!found) throw new NotFound();
  return {
    id: adopted.id,
    body: found.body as unknown as GoalFramework,
    version: found.version,
    inForceFrom: dateOf(found.inForceFrom),
    newest: adopted.version,
    retired: adopted.retiredAt !== null,
  };
}

/** The frameworks followed now, in the order of the files; by their own ids, with the rows' versions. */
export async function listFollowed(ctx: Ctx): Promise<FollowedFramework[]> {
  const rows = await ctx.tx.adoptedFramework.findMany({
    where: { AND: [whereFor(ctx, "read", "AdoptedFramework"), { retiredAt: null }] },
    select: { framework: true },
  });
  const order = goalFrameworks.map(({ id }) => id);
  const ids = rows.map(({ framework }) => framework);
  ids.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return Promise.all(ids.map((framework) => findAdopted(ctx, { framework })));
}
