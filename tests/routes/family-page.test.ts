import { beforeAll, expect, it } from "vitest";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import { addDays } from "../../app/domain/kernel/calendar";
import { declineReferral, holdReferral, sendReferral } from "../../app/domain/referrals/index.server";
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

it("names a program as the family's own finder does, in its language", async () => {
  await db.owner.query(
    `update service set family_text = '{"en": {"name": "Home visits"}, "es": {"name": "Visitas en casa"}}' where id = $1`,
    [places.own.serviceId],
  );
  const { householdId } = await desk.screener((ctx) => sendReferral(ctx, sending(desk.place)));
  const named = (language: "en" | "es") =>
    desk.family(householdId, async (ctx) => {
      const url = new URL(`http://localhost/${language}/my/token`);
      return (await describeFamilyPage({ ctx, url }, language)).referrals[0]?.program;
    });
  expect([await named("en"), await named("es")]).toEqual(["Home visits", "Visitas en casa"]);
});

it("says how long a break may be by the jurisdiction's own limit, and takes its last day", async () => {
  await db.owner.query(
    `update jurisdiction set settings = jsonb_set(settings, '{clocks}', '{"onHoldMaxCalendarDays": 21}') where id = $1`,
    [places.own.jurisdictionId],
  );
  const { referralId, householdId } = await desk.screener((ctx) => sendReferral(ctx, sending(desk.place)));
  const { pauseTo, pauseWrong } = await desk.family(householdId, (ctx) =>
    describeFamilyPage({ ctx, url: new URL("http://localhost/es/my/token") }, "es"),
  );
  const day = new Date(`${pauseTo}T00:00:00Z`);
  const named = new Intl.DateTimeFormat("es", { month: "long", day: "numeric", timeZone: "UTC" }).format(day);
  expect(pauseWrong).toMatch(new RegExp(`^Elija un día desde mañana hasta el .*${named}\\.$`));
  await db.owner.query("update service_referral set status = 'contacting' where id = $1", [referralId]);
  const hold = (resumeBy: string) =>
    desk.family(householdId, (ctx) => holdReferral(ctx, { referralId, version: 1, resumeBy }));
  await expect(hold(addDays(pauseTo, 2))).rejects.toMatchObject({
    fieldErrors: { resumeBy: ["pause_too_long"] },
  });
  await hold(pauseTo);
});
