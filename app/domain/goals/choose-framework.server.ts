import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import type { Words } from "~/domain/measures/measure-spec";
import { listFollowed } from "./find-adopted.server";

export type ChosenFramework = { chosen: string | null; followed: { id: string; title: Words }[] };

/**
 * Which framework a page speaks of: the one asked for, else the first that is followed; null where none is followed.
 * NotFound for one asked for by name that is not followed.
 */
export async function chooseFramework(ctx: Ctx, input: { asked: string | null }): Promise<ChosenFramework> {
  const followed = (await listFollowed(ctx)).map(({ body }) => ({ id: body.id, title: body.title }));
  const { asked } = input;
  if (asked !== null && !followed.some(({ id }) => id === asked)) throw new NotFound();
  return { chosen: asked ?? followed[0]?.id ?? null, followed };
}
