import { expect, it } from "vitest";
import { testDatabase } from "../setup/database";
import { makeJurisdiction } from "../setup/listing-rows";
import { openDataPortal } from "./open-data-portal";

const db = await testDatabase();
await makeJurisdiction(db, "harbor");
const portal = await openDataPortal(db.owner);

it.each([
  "evil.example",
  "evil.example:80",
  "6.6.6.6",
  "user@evil.example",
  "localhost.evil.example",
  "[::2]",
  "a b",
])("names no host in its links that somebody only claimed: %j", async (host) => {
  for (const path of ["/hsds", "/hsds/schema", "/hsds/profile", "/hsds/schema/openapi.json"]) {
    const { status, body } = await portal.ask("GET", path, { host });
    if (status !== 200) continue;
    expect(body).not.toMatch(/evil|6\.6\.6\.6|::2/);
    expect(body).toMatch(/http:\/\/localhost:\d+\/hsds/);
  }
});

it("keeps the address at which it was asked", async () => {
  expect((await portal.ask("GET", "/hsds")).body).toContain(`${portal.origin}/hsds/profile`);
});
