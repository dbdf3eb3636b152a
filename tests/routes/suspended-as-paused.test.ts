import { beforeAll, expect, it } from "vitest";
import { pauseListing } from "../../app/domain/directory/index.server";
import { restoreOrganization, suspendOrganization } from "../../app/domain/referrals/index.server";
import { testDatabase } from "../setup/database";
import { listingPlaces } from "../setup/listing-places";
import { openDataPortal } from "./open-data-portal";

/** Whether a program is paused by its own people, or its organization suspended, nobody outside can tell. */
const db = await testDatabase();
const { manager, admin, listing, mine } = await listingPlaces(db);
const portal = await openDataPortal(db.owner);
let id = "";
beforeAll(async () => {
  id = await listing("Rest");
  // What a listing's first change writes beside it is there before anything is compared.
  await pause(true);
  await pause(false);
});

const card = async () =>
  (await db.owner.query("select card from listing_card where service_id = $1", [id])).rows;
async function outside(): Promise<unknown> {
  const { body } = await portal.ask("GET", `/hsds/services/${id}`);
  const { last_modified: modified, organization, ...service } = JSON.parse(body) as Record<string, unknown>;
  return { service, organization, cards: await card(), moved: typeof modified };
}
const version = async (table: string, id: string) =>
  Number((await db.owner.query(`select version from ${table} where id = $1`, [id])).rows[0].version);
const pause = (paused: boolean) =>
  manager(async (ctx) => pauseListing(ctx, { id, version: await version("service", id), paused }));

it("is told alike in open data and on cards", async () => {
  const before = await outside();
  await pause(true);
  const paused = await outside();
  expect(paused).not.toEqual(before);
  await pause(false);
  expect(await outside()).toEqual(before);
  const key = async () => ({ id: mine, version: await version("organization", mine) });
  await admin(async (ctx) => suspendOrganization(ctx, { ...(await key()), reason: "No answer" }));
  expect(await outside()).toEqual(paused);
  await admin(async (ctx) => restoreOrganization(ctx, await key()));
  expect(await outside()).toEqual(before);
});
