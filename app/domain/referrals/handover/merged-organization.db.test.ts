import { expect, it } from "vitest";
import { staffActor } from "../../../../tests/setup/auth-people";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { mergeDesk } from "../../../../tests/setup/merge-desk";
import { deskOf, send } from "../../../../tests/setup/referral-desk";
import { undoMerge } from "../../directory/index.server";
import type { StaffActor } from "../../kernel/actor";
import { NotFound } from "../../kernel/errors";
import { acceptReferral, listInbox, readReferral } from "../index.server";

const db = await testDatabase();
const places = await makeScopes(db);
const desk = deskOf(db, places.own);
const { as, sql, pairsOf, merge } = await mergeDesk(db);

const { jurisdictionId, organizationId: mergedId } = places.own;
const { organizationId: keptId, userId } = places["other organization"];

/** Somebody of the kept organization, with what its session says was merged into it. */
async function ofKept(): Promise<StaffActor> {
  const merged = await sql("select id from organization where merged_into_id = $1", [keptId]);
  const place = { jurisdictionId, organizationId: keptId };
  return {
    ...staffActor("provider_worker", place, { userId }),
    mergedOrganizationIds: merged.map(({ id }) => id as string),
  };
}

it("is opened and answered by the kept organization's people, while the merge holds and no longer", async () => {
  for (const [id, name] of [
    [mergedId, "Invented Family Center"],
    [keptId, "The Invented Family Centre"],
  ])
    await sql("update organization set name = $2, website = 'https://invented.example' where id = $1", [
      id,
      name,
    ]);
  const first = await send(desk);
  const second = await send(desk);
  const open = async (referralId: string) =>
    desk.as(await ofKept(), (ctx) => readReferral(ctx, { referralId }));
  await expect(open(first.referralId)).rejects.toThrow(NotFound);

  const pairs = await pairsOf(jurisdictionId, "organization");
  const pair = pairs.find((one) =>
    [one.first.id, one.second.id].every((id) => [mergedId, keptId].includes(id)),
  );
  const mergeId = await merge(jurisdictionId, pair?.id ?? "", keptId);
  expect(await open(first.referralId)).toMatchObject({ id: first.referralId, status: "sent" });
  const inbox = await desk.as(await ofKept(), (ctx) => listInbox(ctx, { stage: "new" }));
  expect(inbox.rows.map(({ id }) => id)).toEqual(
    expect.arrayContaining([first.referralId, second.referralId]),
  );
  await desk.as(await ofKept(), (ctx) => acceptReferral(ctx, { referralId: first.referralId, version: 1 }));
  const [row] = await sql(
    "select status::text, receiving_organization_id from service_referral where id = $1",
    [first.referralId],
  );
  // It stays where it was sent: no count of the past changes.
  expect(row).toEqual({ status: "accepted", receiving_organization_id: mergedId });

  await as(jurisdictionId, (ctx) => undoMerge(ctx, { mergeId }));
  await expect(open(second.referralId)).rejects.toThrow(NotFound);
});
