import path from "node:path";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "../../app/routes";

type Action = (args: ActionFunctionArgs) => Promise<unknown>;
export type FormRoute = { path: string; file: string; act: Action };

/** The table, flat: every path with its file. */
function pathsOf(entries: readonly RouteConfigEntry[], above = ""): { path: string; file: string }[] {
  return entries.flatMap(({ path: own = "", file, children = [] }) => {
    const whole = `${above}/${own}`.replace(/\/+$/, "") || "/";
    return [{ path: whole.replace("//", "/"), file }, ...pathsOf(children, whole)];
  });
}

const isAction = (value: unknown): value is Action => typeof value === "function";

/** Every path of the site that takes a post, from the table that the portal itself is built from. */
export async function formRoutes(): Promise<FormRoute[]> {
  const found = pathsOf(routes).map(async ({ path: at, file }) => {
    const module = (await import(/* @vite-ignore */ path.resolve("app", file))) as Record<string, unknown>;
    return isAction(module["action"]) ? [{ path: at, file, act: module["action"] }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** The status of what an action answers, as Remix sends it: 500 for what it did not mean to throw. */
export async function statusOf(act: Action, args: LoaderFunctionArgs): Promise<number> {
  try {
    const answer = await act(args);
    if (answer instanceof Response) return answer.status;
    const init = typeof answer === "object" && answer !== null && "init" in answer ? answer.init : null;
    return typeof init === "object" && init !== null && "status" in init ? Number(init.status) : 200;
  } catch (error) {
    return error instanceof Response ? error.status : 500;
  }
}
