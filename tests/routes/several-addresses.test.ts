import { expect, it } from "vitest";
import { testDatabase } from "../setup/database";
import { makeJurisdiction, makeListing, makeOrganization } from "../setup/listing-rows";
import { openDataPortal } from "./open-data-portal";

const db = await testDatabase();
async function makeCounty(slug: string, address: string | null): Promise<void> {
  const id = await makeJurisdiction(db, slug);
  await db.arrange.jurisdiction.update({ where: { id }, data: { address } });
  const organizationId = await makeOrganization(db, id, `${slug} house`);
  await makeListing(db, id, { service: { name: `${slug} visits`, organizationId } });
}
await makeCounty("harbor", null);
await makeCounty("bay", "https://bay.example");
await makeCounty("lake", "https://portal.example/lake");
const portal = await openDataPortal(db.owner);
const get = (path: string, host?: string) => portal.ask("GET", path, host ? { host } : {});

it.each([
  ["harbor", undefined, "/hsds", undefined],
  ["harbor", "localhost:1", "/hsds", undefined],
  ["bay", "bay.example", "/hsds", "https://bay.example"],
  ["bay", "BAY.example:443", "/hsds", "https://bay.example"],
  ["lake", "portal.example", "/lake/hsds", "https://portal.example/lake"],
])("gives the directory of %s at %j%s, with links of its own address", async (slug, host, path, address) => {
  const services = await get(`${path}/services`, host);
  expect(services.body.match(/\w+ visits/g)).toEqual([`${slug} visits`]);
  if (address) expect((await get(path, host)).body).toContain(`"${address}/hsds/profile"`);
});

it("says that nothing is here to a host that is nobody's, in both languages or as a problem", async () => {
  const page = await get("/en", "evil.example");
  expect(page.status).toBe(404);
  expect(page.body).toContain("There is nothing at this address.");
  expect(page.body).toContain("No hay nada en esta dirección.");
  expect(page.body).not.toMatch(/harbor|bay|lake|evil/);
  expect((await get("/hsds", "evil.example")).headers["content-type"]).toBe("application/problem+json");
  expect((await get("/healthz", "evil.example")).status).toBe(200);
  const forwarded = { host: "evil.example", "x-forwarded-host": "bay.example" };
  expect((await portal.ask("GET", "/hsds/services", forwarded)).status).toBe(404);
});

it("hears from a proxy that is trusted which host people typed", async () => {
  const behind = await openDataPortal(db.owner, 0, 1);
  const ask = (host: string) => behind.ask("GET", "/hsds", { "x-forwarded-host": host });
  expect((await ask("bay.example")).body).toContain('"https://bay.example/hsds/profile"');
  expect((await ask("evil.example")).status).toBe(404);
});

it("has no directory at a host where counties stand under words alone", async () => {
  expect((await get("/hsds/services", "portal.example")).status).toBe(404);
});

it("leads from a county's word to desks, and to no other host", async () => {
  const lead = async (path: string) => {
    const { status, headers } = await get(path, "portal.example");
    return [status, headers["location"]];
  };
  expect(await lead("/lake/admin/county?x=1")).toEqual([302, "/admin/county?x=1"]);
  expect(await lead("/LAKE/sign-in")).toEqual([302, "/sign-in"]);
  for (const path of [
    "/lake//evil.example",
    "/lake/\\evil.example",
    "/lake/%2fevil.example",
    "/lake%2f/evil",
  ])
    expect([path, (await lead(path))[1]]).toEqual([path, undefined]);
  expect((await get("/lake//hsds", "portal.example")).status).toBe(400);
});

it("takes a form only from a page of the address that it is sent to", async () => {
  const send = (host: string, origin: string) =>
    portal.ask("POST", "/anything", { host, origin, "content-type": "text/plain" }, "x");
  expect((await send("bay.example", "https://bay.example")).status).not.toBe(403);
  for (const origin of ["https://portal.example", portal.origin, "https://evil.example"])
    expect([origin, (await send("bay.example", origin)).status]).toEqual([origin, 403]);
});
