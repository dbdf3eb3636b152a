import { beforeAll, expect, it } from "vitest";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import { addDays } from "../../app/domain/kernel/calendar";
import {
  declineReferral,
  fixContact,
  holdReferral,
  resumeReferral,
  sendReferral,
  stopSharing,
  withdrawReferral,
} from "../../app/domain/referrals/index.server";
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

it("says who took it back and what the program still sees, until the family itself stops", async () => {
  const { referralId, householdId } = await desk.screener((ctx) => sendReferral(ctx, sending(desk.place)));
  const first = async () =>
    (
      await desk.family(householdId, (ctx) =>
        describeFamilyPage({ ctx, url: new URL("http://localhost/en/my/token") }, "en"),
      )
    ).referrals[0];
  await desk.family(householdId, (ctx) =>
    fixContact(ctx, {
      version: 1,
      phone: "(410) 555-0199",
      email: "",
      contactWay: "call",
      messageOk: true,
      bestTimes: "",
    }),
  );
  expect(JSON.stringify((await first())?.shared)).toContain("(410) 555-0199");
  await desk.screener((ctx) =>
    withdrawReferral(ctx, { referralId, version: 1, reasonCode: "needs_changed", reasonText: null }),
  );
  expect(await first()).toMatchObject({ sharing: "shared", can: { stop: true } });
  expect((await first())?.state).toMatch(/^We took this back.*can still see the details/);
  await desk.family(householdId, (ctx) => stopSharing(ctx, { referralId }));
  expect((await first())?.state).toBe(
    "Sharing has stopped. The program can no longer see your details here.",
  );
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

it("reads the words of the yes in the page's language, beside the ones that were said, and gives our own phone", async () => {
  await db.owner.query("update jurisdiction set support_phone = '4105550100' where id = $1", [
    places.own.jurisdictionId,
  ]);
  const { householdId } = await desk.screener((ctx) => sendReferral(ctx, sending(desk.place)));
  const page = (language: "en" | "es") =>
    desk.family(householdId, (ctx) =>
      describeFamilyPage({ ctx, url: new URL(`http://localhost/${language}/my/token`) }, language),
    );
  const [en, es] = [await page("en"), await page("es")];
  expect(es.referrals[0]).toMatchObject({ wordsSaid: null, wordsRead: "¿Está bien si comparto su nombre?" });
  expect(en.referrals[0]?.wordsSaid).toEqual({
    language: "es",
    words: "¿Está bien si comparto su nombre?",
  });
  expect(en.referrals[0]?.wordsRead).toMatch(/share/);
  expect(en.talk).toEqual({ words: "(410) 555-0100", href: "tel:4105550100" });
});

it("lets a family end the break that it asked for, and tells its program", async () => {
  const { referralId, householdId } = await desk.screener((ctx) => sendReferral(ctx, sending(desk.place)));
  await db.owner.query(
    "update service_referral set status = 'on_hold', resume_by = now() + interval '9 days', due_at = null where id = $1",
    [referralId],
  );
  const page = () =>
    desk.family(householdId, (ctx) =>
      describeFamilyPage({ ctx, url: new URL("http://localhost/en/my/token?saved=resume") }, "en"),
    );
  expect((await page()).referrals[0]?.can.resume).toBe(true);
  await desk.family(householdId, (ctx) => resumeReferral(ctx, { referralId, version: 1 }));
  const after = await page();
  expect(after.saved).toBe("Thank you. The program may contact you again.");
  expect(after.referrals[0]).toMatchObject({
    state: "The program is trying to reach you.",
    can: { resume: false },
  });
  const { rows } = await db.owner.query(
    "select 1 from outbox_message where template = 'referral-contact-changed' and params->>'referralId' = $1",
    [referralId],
  );
  expect(rows).toHaveLength(1);
});

it("promises nothing where nobody answers any more: the phone, and other programs", async () => {
  const { householdId } = await desk.screener((ctx) => sendReferral(ctx, sending(desk.place)));
  await db.owner.query("update membership set ended_at = now() where organization_id = $1", [
    places.own.organizationId,
  ]);
  await db.owner.query("update organization set email = null where id = $1", [places.own.organizationId]);
  const page = await desk.family(householdId, (ctx) =>
    describeFamilyPage({ ctx, url: new URL("http://localhost/en/my/token") }, "en"),
  );
  expect(page.referrals[0]?.state).toBe(
    "Nobody from this program answers here now. Please call them yourself.",
  );
  expect(page.referrals[0]?.others.length).toBeGreaterThan(0);
});
