import type { LoaderFunction } from "@remix-run/node";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, it } from "vitest";
import {
  giveDetailsOnly,
  listCallInformation,
  listCallReferrals,
} from "../../app/domain/referrals/index.server";
import { openCall } from "../../app/domain/households/index.server";
import { loader as familyAnswer } from "../../app/routes/intake/family-answer";
import { describeDone } from "../../app/routes/intake/find/describe-done.server";
import { familyColumns } from "../../app/routes/intake/follow-up/family-columns";
import { loader as followUps } from "../../app/routes/intake/follow-ups";
import { loader as nextProgram } from "../../app/routes/intake/next-program";
import { loader as sent } from "../../app/routes/intake/sent";
import { loader as sentReferral } from "../../app/routes/intake/sent-referral";
import { loader as team } from "../../app/routes/intake/team";
import { wordsIn } from "../../app/locales/words-in.server";
import { staffActor } from "../setup/auth-people";
import { makeScopes } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { signedInAs } from "../setup/desk-session";
import { insertReferral } from "../setup/insert-referral";
import { deskOf, send } from "../setup/referral-desk";

const db = await testDatabase();
const { own: place } = await makeScopes(db);
const desk = deskOf(db, place);
const supervisor = signedInAs(staffActor("intake_supervisor", place, { userId: place.userId }));
const spanish = "Sábado de juegos";
const name = "Saturday Play";

beforeAll(() =>
  db.owner.query("update service set name = $2, family_text = $3 where id = $1", [
    place.serviceId,
    name,
    { en: { name }, es: { name: spanish } },
  ]),
);

const pages = {
  "follow-ups": [followUps, "sent"],
  "all that was sent": [sent, "sent"],
  "one that was sent": [sentReferral, "sent"],
  "the team's, late": [team, "sent"],
  "the team's, closed": [team, "withdrawn"],
  "asking a family": [familyAnswer, "awaiting_family_yes"],
  "the next program": [nextProgram, "declined_by_provider"],
} as const;

it.each(Object.entries(pages))(
  "%s says a program's name in the reader's language",
  async (_page, [loader, status]) => {
    const late = { due_at: new Date(Date.now() - 3_600_000) };
    const { referralId } = await insertReferral(db.owner, place, status, status === "sent" ? late : {});
    for (const [language, said] of [
      ["es", spanish],
      ["en", name],
    ] as const) {
      const request = new Request("http://localhost/", { headers: { "Accept-Language": language } });
      const params = { id: referralId };
      const answer: unknown = await (loader as LoaderFunction)({ request, params, context: supervisor });
      const drawn = JSON.stringify(answer);
      expect(drawn).toContain(said);
      expect(drawn).not.toContain(said === name ? spanish : name);
    }
  },
);

it("a call's own acts say it too", async () => {
  const { callId } = await desk.screener((ctx) => openCall(ctx, { line: "support_line" }));
  await send(desk, { callId });
  await desk.screener((ctx) => giveDetailsOnly(ctx, { serviceId: place.serviceId, callId, kind: "details" }));
  const [referrals, information] = await desk.screener(async (ctx) => [
    await listCallReferrals(ctx, { callId }),
    await listCallInformation(ctx, { callId }),
  ]);
  const words = await wordsIn("es", "intake", { timeZone: "America/New_York", now: new Date(0) });
  const done = describeDone(words, { callId, referrals, information, kept: 0 });
  expect(done.map(({ title }) => title)).toEqual([spanish, spanish]);
});

it("one column draws it for every list, with the family as a link where there is one", () => {
  const t = ((key: string) => key) as Parameters<typeof familyColumns>[0];
  const row = { family: "Marisol", program: spanish, organization: "Invented Org" };
  const draw = (one: typeof row & { href?: string }) =>
    familyColumns(t).map(({ cell }) => renderToStaticMarkup(cell(one) as ReactElement | string));
  const program = `${spanish}<br/><span class="meta">Invented Org</span>`;
  expect(draw(row)).toEqual(["Marisol", program]);
  expect(draw({ ...row, href: "/intake/sent/1" })).toEqual(['<a href="/intake/sent/1">Marisol</a>', program]);
});
