import type { ServerBuild } from "@remix-run/node";
import { expect, it } from "vitest";
import { narrowBuild } from "../../server/narrow-build";

const route = (id: string, path: string | undefined, index?: true) => ({ id, path, index, parentId: "root" });
const routes = Object.fromEntries(
  [
    { id: "root", path: "" },
    route("home", undefined, true),
    route("finder", ":lang", true),
    route("find", ":lang/find"),
    route("calls", "intake/calls"),
    route("call", "intake/calls/:id"),
    route("listing", "provider/:org/listings/:id"),
    route("newcomer", "provider/:org/listings/new"),
  ].map((one) => [one.id, one]),
);
const build = { routes, assets: { routes, url: "/manifest.js" }, basename: "/" } as unknown as ServerBuild;
const meant = (path: string) => narrowBuild(build)(path)?.id ?? null;

it("leaves of the build the one route that an address means, and its frame", () => {
  const narrow = narrowBuild(build)("/intake/calls/7.data");
  expect(narrow?.id).toBe("call");
  expect(Object.keys(narrow?.build.routes ?? {})).toEqual(["call", "root"]);
  expect(Object.keys(narrow?.build.assets.routes ?? {})).toEqual(["call", "root"]);
  expect(narrow?.build.assets.url).toBe("/manifest.js");
});

it("leaves to Remix what none or several routes could mean", () => {
  expect(meant("/")).toBe("home");
  expect(meant("/es")).toBe("finder");
  expect(meant("/ES/Find/")).toBe("find");
  expect(meant("/intake/calls/7/8")).toBeNull();
  expect(meant("/_root.data")).toBe("home");
  expect(meant("/__manifest")).toBeNull();
  expect(meant("/%69ntake")).toBeNull();
  expect(meant("/provider/1/listings/2")).toBe("listing");
  expect(meant("/provider/1/listings/new")).toBeNull();
  expect(meant("/%69ntake/calls")).toBeNull();
});
