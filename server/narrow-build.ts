import type { ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];
interface Page {
  id: string;
  test: RegExp;
}

/** Names of a route and of those it lies in, outermost last. */
function lineage(routes: Routes, id: string): string[] {
  const parent = routes[id]?.parentId;
  return parent ? [id, ...lineage(routes, parent)] : [id];
}

function fullPath(routes: Routes, id: string): string[] {
  return lineage(routes, id)
    .reverse()
    .flatMap((each) => (routes[each]?.path ?? "").split("/"))
    .filter((segment) => segment !== "");
}

/** Null for a path that only Remix can tell (splats, optional parts). */
function pageOf(routes: Routes, id: string): Page | null {
  const segments = fullPath(routes, id);
  if (segments.some((segment) => /[*?]/.test(segment))) return null;
  const parts = segments.map((segment) =>
    segment.startsWith(":") ? "/[^/]+" : `/${segment.replace(/[\\.+^${}|()[\]]/g, "\\$&")}`,
  );
  return { id, test: new RegExp(`^${parts.join("") || "/"}/*$`, "i") };
}

function narrowed(build: ServerBuild, id: string): ServerBuild {
  const names = lineage(build.routes, id);
  const only = <T>(all: Record<string, T | undefined>) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const one = all[name];
        return one ? [[name, one] as const] : [];
      }),
    );
  const assets = { ...build.assets, routes: only(build.assets.routes) };
  return { ...build, routes: only(build.routes), assets };
}

/**
 * The build with only the route that an address means, and those it lies in: Remix flattens, ranks and compiles every
 * route of the build several times a request. Null when no route, or more than one, could be meant: then Remix decides.
 */
export function narrowBuild(
  build: ServerBuild,
): (pathname: string) => { id: string; build: ServerBuild } | null {
  const ids = Object.keys(build.routes).filter((id) => build.routes[id]?.parentId !== undefined);
  const pages = ids.map((id) => pageOf(build.routes, id));
  const known = new Map<string, ServerBuild>();
  const certain = pages.every((page) => page !== null) && !build.basename?.slice(1);
  return (pathname) => {
    // Remix answers /__manifest itself, asks for the data of "/" at /_root.data, and reads what is written with "%".
    const path = pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
    const meant = certain && !/^\/__|%/.test(path) ? pages.filter((page) => page?.test.test(path)) : [];
    const id = meant.length === 1 ? meant[0]?.id : undefined;
    if (id === undefined) return null;
    const narrow = known.get(id) ?? narrowed(build, id);
    known.set(id, narrow);
    return { id, build: narrow };
  };
}
