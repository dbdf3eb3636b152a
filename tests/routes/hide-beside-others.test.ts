import type { ActionFunction } from "@remix-run/node";
import { expect, it } from "vitest";
import { getListing } from "../../app/domain/directory/index.server";
import { action as sectionAction } from "../../app/routes/provider/listing-section";
import { staffActor } from "../setup/auth-people";
import { testDatabase } from "../setup/database";
import { signedInAs } from "../setup/desk-session";
import { listingPlaces } from "../setup/listing-places";

/** A place is hidden while others show its street, and while the database goes away. */
const db = await testDatabase();
const { here, mine, theirs, manager, listing } = await listingPlaces(db);
const sql = async (words: string, values: unknown[] = []) => (await db.owner.query(words, values)).rows;
const hidden = {
  deliveryModes: "centre",
  visibility: "hidden",
  visibilityReason: "safety",
  hoursNote: "By appointment",
};

async function hide(id: string) {
  const [row] = await sql("select version from service where id = $1", [id]);
  const body = new URLSearchParams({ intent: "save", version: String(row?.version), ...hidden });
  const actor = staffActor("provider_manager", { jurisdictionId: here, organizationId: mine });
  return (sectionAction as unknown as ActionFunction)({
    request: new Request("http://localhost/provider", { method: "POST", body }),
    params: { org: mine, id, section: "when_where" },
    context: signedInAs(actor) as never,
  } as never);
}

const shownStill = async (id: string) =>
  (await manager((ctx) => getListing(ctx, { id }))).stillShown.map(({ listingName }) => listingName);

it("names the organization's other listings at the street of one that is hidden, until they are hidden too", async () => {
  const rest = await listing("Rest");
  const circle = await listing("Circle");
  const elsewhere = await listing("Elsewhere");
  await listing("Of others", theirs);
  await sql(
    "update address set address1 = '9 Later Road' where location_id in (select location_id from service_at_location where service_id = $1)",
    [elsewhere],
  );
  expect(await shownStill(rest)).toEqual([]);
  await hide(rest);
  expect(await shownStill(rest)).toEqual(["Circle"]);
  expect(await shownStill(circle)).toEqual([]);
  await hide(circle);
  expect(await shownStill(rest)).toEqual([]);
});

it("says that nothing was saved, beside what was typed, where the database goes away meanwhile", async () => {
  const id = await listing("Quiet");
  await db.owner.query("begin");
  await db.owner.query("select from service where id = $1 for update", [id]);
  const answered = hide(id);
  const waits =
    "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
  await expect.poll(async () => (await sql(waits)).length).toBeGreaterThan(0);
  await sql(`select pg_terminate_backend(pid) from (${waits}) waiting`);
  expect(await answered).toMatchObject({
    init: { status: 503 },
    data: { conflict: "nothing_saved", values: { ...hidden, deliveryModes: ["centre"] } },
  });
  await db.owner.query("rollback");
  expect(
    await sql(
      "select visibility from location join service_at_location x on x.location_id = location.id where x.service_id = $1",
      [id],
    ),
  ).toEqual([{ visibility: "full" }]);
});
