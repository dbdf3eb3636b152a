import type { LoaderFunction } from "@remix-run/node";
import { beforeAll, expect, it } from "vitest";
import * as referrals from "../../app/domain/referrals/index.server";
import { loader as inboxLoader } from "../../app/routes/provider/referrals";
import { loader as noLoader } from "../../app/routes/provider/not-a-fit";
import { staffActor } from "../setup/auth-people";
import { makeScopes, type Place } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { signedInAs } from "../setup/desk-session";
import { deskOf, send } from "../setup/referral-desk";

const db = await testDatabase();
let place: Place;
let desk: ReturnType<typeof deskOf>;
beforeAll(async () => {
  place = (await makeScopes(db)).own;
  desk = deskOf(db, place);
  await db.owner.query("update service set capacity_status = 'open', capacity_available = 9 where id = $1", [
    place.serviceId,
  ]);
});

const look = async (loader: unknown, path: string, id: string): Promise<string> => {
  const answer = await (loader as LoaderFunction)({
    request: new Request(`http://localhost/${path}`),
    params: { org: place.organizationId, id },
    context: signedInAs(staffActor("provider_manager", place, { userId: place.userId })),
  });
  return JSON.stringify(answer);
};
/** The words after each act that ends a referral, and before a no. */
async function told(part2: boolean): Promise<string[]> {
  const { referralId } = await send(desk);
  await db.owner.query("update organization set part2_program = $1 where id = $2", [
    part2,
    place.organizationId,
  ]);
  const open = await look(inboxLoader, `?stage=new&of=${referralId}`, referralId);
  const before = await look(noLoader, "", referralId);
  await desk.provider((ctx) =>
    referrals.declineReferral(ctx, { referralId, version: 1, reasonCode: "no_capacity" }),
  );
  const after = await look(inboxLoader, `?stage=new&done=decline&of=${referralId}`, referralId);
  return [open, before, after];
}

it("tells a program whose answers stay with it nothing of a sender that would look on", async () => {
  const [open, before, after] = await told(false);
  expect(open).toMatch(/uses one/);
  expect(before).toMatch(/"suggestions":\[/);
  expect(after).toContain("The sender will look for another program");
  const [sealedOpen, sealedBefore, sealedAfter] = await told(true);
  expect(sealedOpen).not.toMatch(/uses one/);
  expect(sealedBefore).toContain('"suggestions":null');
  expect(sealedAfter).toContain("That stays with you: tell the family yourself.");
  expect(sealedAfter).not.toContain("look for another program");
});
