import type { ServerBuild } from "@remix-run/node";
import type pg from "pg";
import { action, loader } from "../../app/routes/api/hsds/open-data";
import { answerWithRemix } from "../../server/answer-with-remix";
import { type HttpPortal, openHttpPortal } from "./portal-over-http";

/** As much of a build as the open data needs: its routes, as app/routes.ts places them. */
const build = {
  entry: { module: { default: () => new Response(null, { status: 500 }) } },
  routes: {
    root: { id: "root", path: "", module: { default: () => null } },
    ...Object.fromEntries(
      ["hsds", "hsds/:list", "hsds/:list/:id"].map((path) => [
        path,
        { id: path, parentId: "root", path, module: { loader, action } },
      ]),
    ),
  },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "test" },
  publicPath: "/",
  assetsBuildDirectory: "",
  isSpaMode: false,
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
} as unknown as ServerBuild;

/** The open data over real HTTP: the portal's own server, its limits and headers, and the route. */
export function openDataPortal(pool: pg.Pool, harvestReads = 0, trustProxy = 0): Promise<HttpPortal> {
  const isDatabaseUp = () => Promise.resolve(true);
  const pages = answerWithRemix({ build, mode: "test", publicOrigin: undefined, isDatabaseUp });
  return openHttpPortal({ pool, pages, changesPerMinute: 1_000, harvestReads, trustProxy });
}
