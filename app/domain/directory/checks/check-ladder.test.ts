import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AskedBefore, type AskedFacts, nextAsk } from "./check-ladder";

const start = new Date("2026-01-05T15:00:00Z");
const day = (n: number) => new Date(start.getTime() + n * 86_400_000);
const facts = (more: Partial<AskedFacts> = {}): AskedFacts => ({
  assuredAt: start,
  capacityAsOf: start,
  taking: true,
  ...more,
});

/** Asks every day as the job does; `answers` says on which days the provider answers, and what. */
function live(
  from: AskedFacts,
  days: number,
  answers: ReadonlyMap<number, "all" | "openings"> = new Map(),
  secondsLate = (_day: number) => 0,
) {
  const sent: (AskedBefore & { day: number; turn: number })[] = [];
  let now = from;
  const phoned: number[] = [];
  for (let n = 0; n <= days; n++) {
    const answer = answers.get(n);
    if (answer === "all") now = { ...now, assuredAt: day(n), capacityAsOf: now.capacityAsOf && day(n) };
    if (answer === "openings" && now.capacityAsOf) now = { ...now, capacityAsOf: day(n) };
    const at = new Date(day(n).getTime() + secondsLate(n) * 1000);
    const next = nextAsk(now, sent, at);
    if (next.act === "ask") sent.push({ day: n, kind: next.kind, turn: next.turn, sentAt: at });
    if (next.act === "phone") phoned.push(n);
  }
  return { sent, phoned };
}

describe("the ladder of a listing", () => {
  it("asks for openings at 10 days, when they are late at 14 and once more, then a person phones", () => {
    const { sent, phoned } = live(facts(), 400);
    expect(sent.map((one) => [one.day, one.kind, one.turn])).toEqual([
      [10, "openings", 1],
      [14, "openings", 2],
      [21, "openings", 3],
    ]);
    expect(phoned[0]).toBe(26);
  });
  it("asks anew about an old count once somebody phoned and the whole listing was checked, and not for another call", () => {
    const asks = [10, 14, 21].map((n) => ({ kind: "openings", sentAt: day(n) }));
    expect(nextAsk(facts(), asks, day(27))).toEqual({ act: "phone" });
    const phoned = facts({ assuredAt: day(27) });
    expect(nextAsk(phoned, asks, day(28))).toEqual({ act: "ask", kind: "openings", turn: 1 });
    const again = [28, 32, 39].map((n) => ({ kind: "openings", sentAt: day(n) }));
    expect(nextAsk(phoned, [...asks, ...again], day(44))).toEqual({ act: "phone" });
  });
  it("keeps its days when the morning's job is some seconds late on one day and not on the next", () => {
    const early = new Date(start.getTime() - 3_600_000);
    const { sent, phoned } = live(facts({ assuredAt: early, capacityAsOf: early }), 30, new Map(), (n) =>
      n % 4 === 2 ? 40 : 5,
    );
    expect(sent.map((one) => one.day)).toEqual([10, 14, 21]);
    expect(phoned[0]).toBe(26);
  });
  it("asks for a quick look and later for a review where openings are not counted", () => {
    const { sent, phoned } = live(facts({ capacityAsOf: null }), 400);
    expect(sent.map((one) => [one.day, one.kind])).toEqual([
      [75, "quick_look"],
      [82, "quick_look"],
      [90, "quick_look"],
      [150, "review"],
      [165, "review"],
      [180, "review"],
    ]);
    expect(phoned[0]).toBe(185);
  });
  it("asks at once, then keeps its gaps, where nobody ever checked", () => {
    const { sent } = live(facts({ assuredAt: null, capacityAsOf: null }), 200);
    expect(sent.map((one) => [one.day, one.kind])).toEqual([
      [0, "review"],
      [15, "review"],
      [30, "review"],
    ]);
  });
  it("does not ask for openings of a listing that takes no referrals", () => {
    expect(live(facts({ taking: false }), 74).sent).toEqual([]);
  });
});

const days = 500;
const answersOf = fc
  .array(fc.tuple(fc.integer({ min: 0, max: days }), fc.constantFrom("all" as const, "openings" as const)), {
    maxLength: 25,
  })
  .map((list) => new Map(list));
const startOf = fc.record({
  assuredAt: fc.constantFrom(null, start, day(-80), day(-300)),
  capacityAsOf: fc.constantFrom(null, start, day(-12), day(-200)),
  taking: fc.boolean(),
});

describe("whatever is answered when", () => {
  it("never asks more than three times for the same thing without an answer, and never twice within three days", () => {
    fc.assert(
      fc.property(startOf, answersOf, (from, answers) => {
        const { sent } = live(from, days, answers);
        for (const [index, one] of sent.entries()) {
          expect(one.turn).toBeLessThanOrEqual(3);
          const next = sent[index + 1];
          const answeredBetween = [...answers.keys()].some((n) => n > one.day && n <= (next?.day ?? 0));
          if (next && !answeredBetween) expect(next.day - one.day).toBeGreaterThanOrEqual(1);
        }
        // Between two answers, each kind at most three times.
        const marks = [-1, ...[...answers.keys()].sort((a, b) => a - b), days + 1];
        for (let at = 0; at + 1 < marks.length; at++) {
          const [low, high] = [marks[at] ?? 0, marks[at + 1] ?? 0];
          const window = sent.filter((one) => one.day >= low && one.day < high);
          for (const kind of ["openings", "quick_look", "review"])
            expect(window.filter((one) => one.kind === kind).length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
  it("stops on an answer: after everything was confirmed nothing is asked for ten days", () => {
    fc.assert(
      fc.property(startOf, answersOf, (from, answers) => {
        const { sent, phoned } = live(from, days, answers);
        for (const [n, answer] of answers) {
          if (answer !== "all") continue;
          expect(sent.filter((one) => one.day >= n && one.day < n + 10)).toEqual([]);
          expect(phoned.filter((one) => one >= n && one < n + 10)).toEqual([]);
        }
      }),
    );
  });
});
