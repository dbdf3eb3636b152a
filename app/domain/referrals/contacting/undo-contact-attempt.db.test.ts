import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { dayFromNow } from "../../../../tests/setup/day-from-now";
import { insertReferral } from "../../../../tests/setup/insert-referral";
import { type Desk, deskOf, send } from "../../../../tests/setup/referral-desk";
import { enrollFamily } from "../../engagement/index.server";
import type { Ctx } from "../../kernel/context";
import { fixedClock } from "../../kernel/clock";
import { later } from "../../kernel/durations";
import * as referrals from "../index.server";

const db = await testDatabase();
const place = (await makeScopes(db)).own;
const desk = deskOf(db, place);
const inMinutes = (minutes: number) =>
  deskOf(db, place, fixedClock(later(new Date(), { minutes }).toISOString()));

type Run = <T>(run: (ctx: Ctx) => Promise<T>) => Promise<T>;
/** One person's desk and what it does with one referral. */
const at = (as: Run, referralId: string) => ({
  view: () => as((ctx) => referrals.readReferral(ctx, { referralId })),
  attempt: (outcome: "reached" | "no_answer" = "no_answer", way: "call" | "text" = "call") =>
    as((ctx) => referrals.recordContactAttempt(ctx, { referralId, way, outcome })),
  undo: (attemptId: string) => as((ctx) => referrals.undoContactAttempt(ctx, { referralId, attemptId })),
});
const rowOf = async (id: string) =>
  (
    await db.owner.query(
      "select status::text, due_at, resume_by, first_attempt_at, reached_at, next_act from service_referral where id = $1",
      [id],
    )
  ).rows[0];
const undoable = async (view: () => Promise<{ undo: { attemptId: string | null } | null }>) =>
  (await view()).undo?.attemptId ?? "";

async function accepted() {
  const { referralId } = await send(desk);
  const { version } = await desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
  await desk.provider((ctx) => referrals.acceptReferral(ctx, { referralId, version }));
  return referralId;
}
async function paused() {
  const referralId = await accepted();
  await at(desk.provider, referralId).attempt();
  const { version } = await at(desk.provider, referralId).view();
  const resumeBy = dayFromNow(9);
  await desk.provider((ctx) => referrals.holdReferral(ctx, { referralId, version, resumeBy }));
  return referralId;
}

describe("a try that is taken back", () => {
  it.each([
    ["after the yes", accepted],
    ["that ended a pause", paused],
  ])("leaves status, clock and marks as before it: %s", async (_when, arrange) => {
    const referralId = await arrange();
    const before = await rowOf(referralId);
    const { view, attempt, undo } = at(desk.provider, referralId);
    await attempt("reached", "text");
    expect(await rowOf(referralId)).not.toEqual(before);
    await undo(await undoable(view));
    expect(await rowOf(referralId)).toEqual(before);
  });

  it("counts no more toward the rule of three, and stays as history: who, and when", async () => {
    const { referralId } = await insertReferral(db.owner, place, "awaiting_family_yes");
    await db.owner.query(
      `insert into contact_attempt (id, jurisdiction_id, referral_id, at, way, outcome, created_at)
       select gen_random_uuid(), $1, $2, now() - d, w, 'no_answer', now() - d
       from (values (interval '8 days', 'text'), (interval '3 days 16 hours', 'call')) t(d, w)`,
      [place.jurisdictionId, referralId],
    );
    const { view, attempt, undo } = at(desk.supervisor, referralId);
    expect((await view()).attemptShortfall.tries).toBe(1);
    await attempt();
    expect((await view()).attemptShortfall.tries).toBe(0);
    const attemptId = await undoable(view);
    await undo(attemptId);
    const { attemptShortfall, attempts, history, version, undo: again } = await view();
    expect([attemptShortfall.tries, attempts.length, again]).toEqual([1, 3, null]);
    expect(attempts.filter(({ takenBackAt }) => takenBackAt !== null).map(({ id }) => id)).toEqual([
      attemptId,
    ]);
    expect(history.find(({ undoes }) => undoes === attemptId)).toMatchObject({
      event: "referral.undone",
      actorName: "Test P.",
    });
    await expect(
      desk.supervisor((ctx) => referrals.recordUnreachable(ctx, { referralId, version })),
    ).rejects.toThrow("attempt_rule");
  });

  it("says no longer that the family was talked to, and the program may decline again", async () => {
    const referralId = await accepted();
    const { view, attempt, undo } = at(desk.provider, referralId);
    await attempt("reached");
    expect((await view()).act).toBe("talked");
    await undo(await undoable(view));
    const { act, version } = await view();
    expect(act).toBe("first_attempt");
    const decline = { referralId, version, reasonCode: "no_capacity" };
    expect(await desk.provider((ctx) => referrals.declineReferral(ctx, decline))).toMatchObject({
      status: "declined_by_provider",
    });
  });

  it("is the outreach team's own before the family's yes", async () => {
    const { referralId } = await insertReferral(db.owner, place, "awaiting_family_yes");
    const { view, attempt, undo } = at(desk.navigator, referralId);
    await attempt("reached");
    await undo(await undoable(view));
    expect(await rowOf(referralId)).toMatchObject({ reached_at: null, first_attempt_at: null });
  });
});

describe("a try is taken back only as the last act, by whoever recorded it, within ten minutes", () => {
  const refused = "nothing_to_undo";
  async function tried() {
    const referralId = await accepted();
    const mine = at(desk.provider, referralId);
    await mine.attempt();
    return { referralId, mine, attemptId: await undoable(mine.view) };
  }
  const notBy = async (as: Desk["provider"]) => {
    const { referralId, attemptId } = await tried();
    expect((await at(as, referralId).view()).undo).toBeNull();
    await expect(at(as, referralId).undo(attemptId)).rejects.toThrow(refused);
  };
  it("not by a colleague", () => notBy(desk.colleague));
  it("not after ten minutes", () => notBy(inMinutes(11).provider));

  it("not from an older page: a second try is not taken back in place of the first", async () => {
    const { mine, attemptId } = await tried();
    await mine.attempt();
    await expect(mine.undo(attemptId)).rejects.toThrow(refused);
    await mine.undo(await undoable(mine.view));
    await expect(mine.undo(attemptId)).rejects.toThrow(refused);
  });
  it("not under what came after it", async () => {
    const { referralId, mine, attemptId } = await tried();
    await desk.provider((ctx) => enrollFamily(ctx, { referralId, enrolledOn: dayFromNow(0) }));
    expect((await mine.view()).undo).toBeNull();
    await expect(mine.undo(attemptId)).rejects.toThrow(refused);
  });
  it("not twice at once", async () => {
    const { mine, attemptId } = await tried();
    const both = await Promise.allSettled([mine.undo(attemptId), mine.undo(attemptId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
  it("and a try that never was is none", async () => {
    const { mine } = await tried();
    await expect(mine.undo(randomUUID())).rejects.toThrow(refused);
  });
});

it("an answer taken back has the clock that ran before it, not a new one", async () => {
  const referralId = await accepted();
  const before = await rowOf(referralId);
  const { version } = await at(desk.provider, referralId).view();
  const decline = { referralId, version, reasonCode: "no_capacity" };
  const declined = await desk.provider((ctx) => referrals.declineReferral(ctx, decline));
  await inMinutes(5).provider((ctx) => referrals.undoLastAct(ctx, { referralId, version: declined.version }));
  expect(await rowOf(referralId)).toEqual(before);
});

describe("a family's no that somebody recorded by mistake", () => {
  const no = (desk: Desk["navigator"], referralId: string) =>
    desk(async (ctx) => {
      const { version } = await referrals.readReferral(ctx, { referralId });
      return referrals.recordFamilyNo(ctx, { referralId, version, reasonCode: "transport" });
    });
  const back = (desk: Desk["navigator"], referralId: string) =>
    desk((ctx) => referrals.undoFamilyNo(ctx, { referralId }));

  it("is taken back: the family is asked still, by the clock that ran before", async () => {
    const { referralId } = await insertReferral(db.owner, place, "awaiting_family_yes");
    const before = await rowOf(referralId);
    await no(desk.navigator, referralId);
    expect(await rowOf(referralId)).toMatchObject({ status: "declined_by_family" });
    await back(inMinutes(9).navigator, referralId);
    expect(await rowOf(referralId)).toEqual(before);
  });
  it("not by somebody else, not after ten minutes, not a second time, and not once a program has it", async () => {
    const { referralId } = await insertReferral(db.owner, place, "awaiting_family_yes");
    await no(desk.navigator, referralId);
    await expect(back(desk.system, referralId)).rejects.toThrow();
    await expect(back(inMinutes(11).navigator, referralId)).rejects.toThrow("nothing_to_undo");
    await back(desk.navigator, referralId);
    await expect(back(desk.navigator, referralId)).rejects.toThrow("nothing_to_undo");
    const { referralId: sent } = await insertReferral(db.owner, place, "contacting");
    await no(desk.supervisor, sent);
    await expect(back(desk.supervisor, sent)).rejects.toThrow("nothing_to_undo");
  });
});
