import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { enrollFamily, recordSession } from "../../app/domain/engagement/index.server";
import * as referrals from "../../app/domain/referrals/index.server";
import type { InboxView } from "../../app/routes/provider/inbox/view";
import { action, loader } from "../../app/routes/provider/referral";
import { staffActor } from "../setup/auth-people";
import { makeScopes } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { dayFromNow } from "../setup/day-from-now";
import { signedInAs } from "../setup/desk-session";
import { insertReferral } from "../setup/insert-referral";
import { deskOf } from "../setup/referral-desk";

const db = await testDatabase();
const { own: place } = await makeScopes(db);
const desk = deskOf(db, place);
const worker = staffActor("provider_worker", place, { userId: place.userId });
const context = signedInAs({ ...worker, organizationId: place.organizationId });

const dataOf = (answer: unknown): unknown =>
  typeof answer === "object" && answer !== null && "data" in answer ? answer.data : answer;
async function look(id: string): Promise<InboxView> {
  const request = new Request("http://localhost/");
  const params = { org: place.organizationId, id };
  return dataOf(await (loader as LoaderFunction)({ request, params, context })) as InboxView;
}
async function post(id: string, fields: Record<string, string>): Promise<unknown> {
  const request = new Request("http://localhost/", { method: "POST", body: new URLSearchParams(fields) });
  return (action as ActionFunction)({ request, params: { org: place.organizationId, id }, context });
}
const seal = (flag: string | null) =>
  db.owner.query(
    `update organization set victim_service_provider = $2 is not distinct from 'victim_service_provider',
     part2_program = $2 is not distinct from 'part2_program' where id = $1`,
    [place.organizationId, flag],
  );

/** What the sending side reads of it, without the times. */
const outside = (referralId: string) =>
  desk.supervisor(async (ctx) => {
    const { rows } = await referrals.listFollowUps(ctx, { scope: "team" });
    const view = await referrals.readReferral(ctx, { referralId });
    return JSON.stringify([rows.filter(({ id }) => id === referralId), view]);
  });
const mails = async () => (await db.owner.query("select count(*) from outbox_message")).rows;

describe.each(["victim_service_provider", "part2_program"])(
  "sealed after a family was enrolled: %s",
  (flag) => {
    it.each([
      ["that took part", true, { outcome: "ended_early", endReason: "moved", endParty: "family" }],
      ["that never came", false, { outcome: "never_started", endReason: "", endParty: "" }],
    ] as const)(
      "its own people end what was begun with a family %s, and nobody outside sees it",
      async (_who, came, end) => {
        await seal(null);
        const { referralId } = await insertReferral(db.owner, place, "contacting");
        const { enrollmentId } = await desk.provider((ctx) =>
          enrollFamily(ctx, { referralId, enrolledOn: dayFromNow(-2) }),
        );
        if (came)
          await desk.provider((ctx) =>
            recordSession(ctx, { enrollmentId, date: dayFromNow(-1), status: "attended" }),
          );
        await seal(flag);

        const { detail } = await look(referralId);
        const enrollment = detail?.enrollment;
        expect(enrollment).toMatchObject({ canEnd: true, canRecord: flag === "part2_program" });
        expect(enrollment?.outcomes).toContain(end.outcome);
        const [seen, sent] = [await outside(referralId), await mails()];
        const form = {
          intent: "end",
          enrollmentId,
          version: String(enrollment?.version),
          endedOn: dayFromNow(0),
        };
        expect(await post(referralId, { ...form, ...end })).toMatchObject({ status: 303 });
        expect((await look(referralId)).detail?.enrollment).toMatchObject({
          canEnd: false,
          canRecord: false,
        });
        const { rows } = await db.owner.query(
          "select status::text, end_party from enrollment where id = $1",
          [enrollmentId],
        );
        expect(rows).toEqual([{ status: end.outcome, end_party: end.endParty || null }]);
        expect([await outside(referralId), await mails()]).toEqual([seen, sent]);
      },
    );
  },
);
