import { chooseFramework, readGoal } from "~/domain/goals/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { versionAsked } from "./version-asked";

/** The goal that an address asks for, of the framework it names or the first one followed, in an earlier version if it says so. */
export async function readAskedGoal(ctx: Ctx, url: URL, goal: string | undefined) {
  const version = versionAsked(url);
  const asked = url.searchParams.get("framework");
  const { chosen } = await chooseFramework(ctx, { asked: version === undefined ? asked : null });
  const framework = version === undefined ? chosen : asked;
  if (framework === null) throw new NotFound();
  return readGoal(ctx, { framework, goal: goal ?? "", version });
}
