import { beforeAll, expect, it } from "vitest";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import { declineReferral, sendReferral } from "../../app/domain/referrals/index.server";
import { describeFamilyPage } from "../../app/routes/family/describe-family-page.server";
import { makeScopes } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { deskOf, sending } from "../setup/referral-desk";

const db = await testDatabase();
const places = await makeScopes(db);
const desk = deskOf(db, places.own);
beforeAll(async () => {
  const ids = [places.own.serviceId, places["other organization"].serviceId];
  await desk.system((ctx) => writeSearchRows(ctx, ids));
});

it("tells a family that asked by itself plainly how it ended, with other programs to look at", async () => {
  const { referralId, householdId } = await desk.screener((ctx) => sendReferral(ctx, sending(desk.place)));
  await db.owner.query("update service_referral set kind = 'self', sender_user_id = null where id = $1", [
    referralId,
  ]);
  const page = () =>
    desk.family(householdId, (ctx) =>
      describeFamilyPage({ ctx, url: new URL("http://localhost/en/my/token") }, "en"),
    );
  expect((await page()).referrals[0]?.others).toEqual([]);
  await desk.provider((ctx) => declineReferral(ctx, { referralId, version: 1, reasonCode: "no_capacity" }));
  const [referral] = (await page()).referrals;
  expect(referral?.state).toBe("This program is not a fit now. That is not about you.");
  expect(referral?.others.map(({ path }) => path)).toEqual(["/en/programs/program-a2"]);
});
