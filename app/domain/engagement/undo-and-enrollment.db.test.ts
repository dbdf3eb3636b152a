import { describe, expect, it } from "vitest";
import { makeScopes } from "../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../tests/setup/database";
import { dayFromNow } from "../../../tests/setup/day-from-now";
import { deskOf, send } from "../../../tests/setup/referral-desk";
import * as referrals from "../referrals/index.server";
import { fixedClock } from "../kernel/clock";
import { later } from "../kernel/durations";
import {
  correctEnrollment,
  endEnrollment,
  enrollFamily,
  readEnrollment,
  recordSession,
  undoEnrollment,
} from "./index.server";

const db = await testDatabase();
const place = (await makeScopes(db)).own;
const desk = deskOf(db, place);
const today = dayFromNow(0);

async function accepted() {
  const { referralId, householdId } = await send(desk);
  const view = () => desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
  const { version } = await view();
  await desk.provider((ctx) => referrals.acceptReferral(ctx, { referralId, version }));
  return { referralId, householdId, view };
}
const enroll = (referralId: string, enrolledOn = today) =>
  desk.provider((ctx) => enrollFamily(ctx, { referralId, enrolledOn }));
const enrollments = async (referralId: string) =>
  (
    await db.owner.query("select status::text, end_party from enrollment where referral_id = $1", [
      referralId,
    ])
  ).rows;

describe("undo after enrolling", () => {
  it("does not take back the acceptance under an enrolment", async () => {
    const { referralId, view } = await accepted();
    expect((await view()).undo).not.toBeNull();
    await enroll(referralId);
    const { version, undo, status } = await view();
    expect({ undo, status }).toEqual({ undo: null, status: "accepted" });
    await expect(desk.provider((ctx) => referrals.undoLastAct(ctx, { referralId, version }))).rejects.toThrow(
      "nothing_to_undo",
    );
    expect(await enrollments(referralId)).toEqual([{ status: "pending_start", end_party: null }]);
  });

  it("a provider ends the enrolment before it closes the referral", async () => {
    const { referralId, view } = await accepted();
    const { enrollmentId } = await enroll(referralId);
    const decline = async () => {
      const { version } = await view();
      return desk.provider((ctx) =>
        referrals.declineReferral(ctx, { referralId, version, reasonCode: "no_capacity" }),
      );
    };
    await expect(decline()).rejects.toThrow("end_enrollment_first");
    const end = { enrollmentId, version: 1, outcome: "never_started" as const, endedOn: today };
    await desk.provider((ctx) => endEnrollment(ctx, end));
    expect((await decline()).status).toBe("declined_by_provider");
  });

  it("a family's own end closes what had not begun", async () => {
    const { referralId, householdId } = await accepted();
    await enroll(referralId);
    await desk.family(householdId, (ctx) => referrals.stopSharing(ctx, { referralId }));
    expect(await enrollments(referralId)).toEqual([{ status: "never_started", end_party: "family" }]);
  });
});

describe("an enrolment is taken back", () => {
  const children = [{ firstName: "Wren", lastName: "Demoson", birthDate: "2024-03-02" }];
  async function enrolled() {
    const { referralId } = await accepted();
    const enrolling = { referralId, enrolledOn: today, children };
    const { enrollmentId } = await desk.provider((ctx) => enrollFamily(ctx, enrolling));
    const read = () => desk.provider((ctx) => readEnrollment(ctx, { referralId }));
    const undo = () => desk.provider((ctx) => undoEnrollment(ctx, { enrollmentId }));
    return { referralId, enrollmentId, read, undo };
  }
  const named = async () =>
    (await db.owner.query("select 1 from person where first_name = 'Wren' and superseded_by_id is null"))
      .rowCount;

  it("by whoever wrote it: it counts nowhere, its names are kept no longer, and another may be written", async () => {
    const before = await named();
    const { referralId, read, undo } = await enrolled();
    expect((await read())?.undoUntil).not.toBeNull();
    expect(await named()).toBe((before ?? 0) + 1);
    await undo();
    expect([await read(), await named()]).toEqual([null, before]);
    expect(await enrollments(referralId)).toEqual([{ status: "entered_in_error", end_party: null }]);
    await expect(undo()).rejects.toThrow("nothing_to_undo");
    await enroll(referralId);
    expect(await read()).toMatchObject({ status: "pending_start" });
  });

  it.each<[string, (one: Awaited<ReturnType<typeof enrolled>>) => Promise<unknown>]>([
    [
      "a session",
      ({ enrollmentId }) =>
        desk.provider((ctx) => recordSession(ctx, { enrollmentId, date: today, status: "no_show" })),
    ],
    [
      "a correction",
      ({ enrollmentId }) =>
        desk.provider((ctx) =>
          correctEnrollment(ctx, { enrollmentId, version: 1, enrolledOn: dayFromNow(-1) }),
        ),
    ],
    [
      "a try",
      ({ referralId }) =>
        desk.provider((ctx) =>
          referrals.recordContactAttempt(ctx, { referralId, way: "call", outcome: "reached" }),
        ),
    ],
  ])("not under %s", async (_what, act) => {
    const one = await enrolled();
    await act(one);
    expect((await one.read())?.undoUntil).toBeNull();
    await expect(one.undo()).rejects.toThrow("nothing_to_undo");
  });

  it("not by a colleague, and not after ten minutes", async () => {
    const { enrollmentId } = await enrolled();
    const late = deskOf(db, place, fixedClock(later(new Date(), { minutes: 11 }).toISOString()));
    for (const as of [desk.colleague, late.provider])
      await expect(as((ctx) => undoEnrollment(ctx, { enrollmentId }))).rejects.toThrow("nothing_to_undo");
  });
});

describe("days have bounds", () => {
  it.each(["0026-11-20", dayFromNow(1), dayFromNow(-800)])("nobody is enrolled on %s", async (day) => {
    const { referralId } = await accepted();
    await expect(enroll(referralId, day)).rejects.toMatchObject({
      fieldErrors: { enrolledOn: ["enrolled_when"] },
    });
  });

  it("a first meeting is within a year, and can be moved", async () => {
    const { referralId, view } = await accepted();
    const schedule = async (on: string) => {
      const { version } = await view();
      return desk.provider((ctx) => referrals.scheduleReferral(ctx, { referralId, version, on }));
    };
    await expect(schedule("2126-01-05")).rejects.toMatchObject({ fieldErrors: { on: ["too_far"] } });
    await expect(schedule(dayFromNow(-1))).rejects.toMatchObject({ fieldErrors: { on: ["gone_by"] } });
    const first = await schedule(dayFromNow(9));
    const moved = await schedule(dayFromNow(3));
    expect(moved.status).toBe("scheduled");
    expect(moved.dueAt?.getTime()).toBeLessThan(first.dueAt?.getTime() ?? 0);
  });

  it("a planned session is within a year, and an end is not ahead", async () => {
    const { referralId } = await accepted();
    const { enrollmentId } = await enroll(referralId);
    const session = (date: string) =>
      desk.provider((ctx) => recordSession(ctx, { enrollmentId, date, status: "scheduled" }));
    await expect(session("2126-01-05")).rejects.toMatchObject({ fieldErrors: { date: ["too_far"] } });
    await session(dayFromNow(7));
    const end = { enrollmentId, version: 1, outcome: "never_started" as const, endedOn: dayFromNow(2) };
    await expect(desk.provider((ctx) => endEnrollment(ctx, end))).rejects.toMatchObject({
      fieldErrors: { endedOn: ["not_in_time"] },
    });
  });
});
