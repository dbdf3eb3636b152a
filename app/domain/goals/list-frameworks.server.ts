import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import type { Words } from "~/domain/measures/measure-spec";
import { goalFrameworks, goalsOf } from "./goal-frameworks";
import { listFollowed } from "./find-adopted.server";

export type ListedFramework = {
  id: string;
  title: Words;
  place: Words;
  goals: number;
  /** followed: in force. retired: was followed. offered: in the files, never adopted. */
  state: "followed" | "retired" | "offered";
  /** The jurisdiction's own version, 0 before it is adopted; guards adopt and retire. */
  version: number;
  /** The file's version that it was taken from, or would be. */
  source: string;
};

/** Every framework that the portal brings, with whether the jurisdiction follows it. Throws Forbidden. */
export async function listFrameworks(ctx: Ctx): Promise<ListedFramework[]> {
  const rows = await ctx.tx.adoptedFramework.findMany({ where: whereFor(ctx, "read", "AdoptedFramework") });
  const followed = await listFollowed(ctx);
  return goalFrameworks.map((file): ListedFramework => {
    const row = rows.find(({ framework }) => framework === file.id);
    const own = followed.find(({ body }) => body.id === file.id)?.body ?? file;
    return {
      ...{ id: file.id, title: own.title, place: own.place, goals: goalsOf(own).length, source: own.version },
      state: row ? (row.retiredAt ? "retired" : "followed") : "offered",
      version: row?.version ?? 0,
    };
  });
}
