import { describe, expect, it } from "vitest";
import { makeScopes } from "../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../tests/setup/database";
import { dayFromNow } from "../../../tests/setup/day-from-now";
import { deskOf } from "../../../tests/setup/referral-desk";
import { insertReferral } from "../../../tests/setup/insert-referral";
import { correctEnrollment, enrollFamily, readEnrollment, recordSession } from "./index.server";

const db = await testDatabase();
const place = (await makeScopes(db)).own;
const desk = deskOf(db, place);
const [today, before] = [dayFromNow(0), dayFromNow(-9)];

async function enrolled(birthDate: string) {
  const { referralId } = await insertReferral(db.owner, place, "contacting");
  const children = [{ firstName: "Luz", lastName: "Invented", birthDate }];
  const { enrollmentId } = await desk.provider((ctx) =>
    enrollFamily(ctx, { referralId, enrolledOn: today, children }),
  );
  const view = () => desk.provider((ctx) => readEnrollment(ctx, { referralId }));
  return { referralId, enrollmentId, view };
}

describe("what was recorded wrongly", () => {
  it.each([dayFromNow(1), "2030-05-05", "1926-03-01", "0020-05-01"])(
    "a child born on %s is asked about",
    async (birthDate) => {
      await expect(enrolled(birthDate)).rejects.toMatchObject({
        fieldErrors: { "children.0.birthDate": ["birth_date"] },
      });
    },
  );

  it("the day of an enrolment and a birth date are told right, and what stood there stays as history", async () => {
    const { enrollmentId, view } = await enrolled("2021-02-03");
    const child = { firstName: "luz", birthDate: "2020-02-03" };
    await desk.provider((ctx) =>
      correctEnrollment(ctx, { enrollmentId, version: 1, enrolledOn: before, child }),
    );
    expect((await view())?.enrolledOn.toISOString().slice(0, 10)).toBe(before);
    const { rows } = await db.owner.query(
      `select birth_date::text as day, superseded_by_id is null as stands from person
       where household_id = $1 and first_name = 'Luz' order by created_at`,
      [place.householdId],
    );
    expect(rows).toEqual([
      { day: "2021-02-03", stands: false },
      { day: "2020-02-03", stands: true },
    ]);
    const audit = await db.owner.query(
      "select reason from audit_entry where event = 'enrollment.corrected' and entity_id = $1",
      [enrollmentId],
    );
    expect(audit.rows).toEqual([{ reason: `enrolled_on was ${today}` }]);
    const again = { enrollmentId, enrolledOn: before };
    await expect(
      desk.provider((ctx) => correctEnrollment(ctx, { ...again, version: 1 })),
    ).rejects.toMatchObject({ code: "conflict" });
    await expect(
      desk.provider((ctx) =>
        correctEnrollment(ctx, { enrollmentId, version: 2, enrolledOn: dayFromNow(-800) }),
      ),
    ).rejects.toMatchObject({ fieldErrors: { enrolledOn: ["enrolled_when"] } });
    const unknown = { firstName: "Nobody", birthDate: "2020-02-03" };
    await expect(
      desk.provider((ctx) => correctEnrollment(ctx, { ...again, version: 2, child: unknown })),
    ).rejects.toMatchObject({ fieldErrors: { firstName: ["child_name"] } });
  });

  it("a session told anew counts once, and the first day moves with it", async () => {
    const { enrollmentId, view } = await enrolled("2019-04-04");
    await desk.provider((ctx) => correctEnrollment(ctx, { enrollmentId, version: 1, enrolledOn: before }));
    const held = { enrollmentId, status: "attended" as const };
    const { sessionId } = await desk.provider((ctx) =>
      recordSession(ctx, { ...held, date: today, minutes: 60 }),
    );
    await desk.provider((ctx) =>
      recordSession(ctx, { ...held, date: before, minutes: 45, supersedesId: sessionId }),
    );
    const now = await view();
    expect(now?.dosage.delivered).toBe(1);
    expect(now?.startedOn?.toISOString().slice(0, 10)).toBe(before);
    expect(now?.sessions.map(({ minutes, superseded }) => [minutes, superseded])).toEqual([
      [60, true],
      [45, false],
    ]);
  });
});
