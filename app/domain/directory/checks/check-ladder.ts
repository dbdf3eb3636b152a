import { daysPassed } from "../../kernel/durations";
import { capacityAskDays, capacityDecayDays, daysSince } from "../openings/capacity";
import { quickLookAskDays, reviewAskDays, reviewDueDays } from "../reading/freshness";

/** What a check asks about: heavier ones ask for the lighter with them. `concern` is outside the ladder. */
export type CheckKind = "openings" | "quick_look" | "review" | "concern";
type LadderKind = Exclude<CheckKind, "concern">;

/** Age in days of the facts at which each of three turns asks (design.md 5): ask, late, and once more. */
export const askAtDays: Record<LadderKind, readonly [number, number, number]> = {
  openings: [capacityAskDays, capacityDecayDays, 21],
  quick_look: [quickLookAskDays, 82, 90],
  review: [reviewAskDays, 165, reviewDueDays],
};
/** Days that the third mail may stay unanswered before a person phones. */
export const phoneAfterDays = 5;
/** Days that the link of a mail works. */
export const checkLinkDays = 14;

export interface AskedFacts {
  /** When a person last checked the whole listing. */
  assuredAt: Date | null;
  /** When openings were last said; null: they never were, and are not asked. */
  capacityAsOf: Date | null;
  /** Takes referrals now; else nobody needs its openings. */
  taking: boolean;
}
export interface AskedBefore {
  kind: string;
  sentAt: Date;
}
export type NextAsk = { act: "ask"; kind: LadderKind; turn: number } | { act: "phone" } | { act: "wait" };

/** Age of what nobody ever said. */
const age = (at: Date | null, now: Date) => (at ? daysSince(at, now) : Number.POSITIVE_INFINITY);

/** Asked already since the facts were last confirmed, and when the last time. */
function asked(before: readonly AskedBefore[], kinds: readonly string[], since: Date | null) {
  const times = before
    .filter((one) => kinds.includes(one.kind) && (!since || one.sentAt >= since))
    .map((one) => one.sentAt.getTime());
  return { count: times.length, last: times.length > 0 ? new Date(Math.max(...times)) : null };
}

/** Mornings since the last mail: the job runs some seconds sooner or later than it did then. */
const mornings = (last: Date, now: Date) => Math.round(daysPassed(last, now));

type Rung = { kind: LadderKind; asks: ReturnType<typeof asked>; age: number };

/** The turn that is due on a rung, or null. A late start asks at once and keeps the gaps between turns. */
function turnDue({ kind, asks, age: days }: Rung, now: Date): number | null {
  const at = askAtDays[kind];
  const gap = asks.count === 0 ? 0 : (at[asks.count] ?? 0) - (at[asks.count - 1] ?? 0);
  if (asks.count >= at.length || days < at[0]) return null;
  return asks.last && mornings(asks.last, now) < gap ? null : asks.count + 1;
}

const spent = ({ asks }: Rung) => asks.count >= 3;

/** What to do about one published listing now: ask (at most three times until an answer), leave it to a phone call, or wait. */
export function nextAsk(facts: AskedFacts, before: readonly AskedBefore[], now: Date): NextAsk {
  const days = age(facts.assuredAt, now);
  const kind = days >= askAtDays.review[0] ? "review" : "quick_look";
  const whole: Rung = { kind, age: days, asks: asked(before, [kind], facts.assuredAt) };
  const rungs = [whole];
  if (facts.taking && facts.capacityAsOf) {
    // A check of the whole listing answered what was asked before it: of an old count is asked anew (review-where.server.ts too).
    const { assuredAt, capacityAsOf } = facts;
    const answered = assuredAt && assuredAt > capacityAsOf ? assuredAt : capacityAsOf;
    const asks = asked(before, ["openings", "quick_look", "review"], answered);
    rungs.push({ kind: "openings", age: age(facts.capacityAsOf, now), asks });
  }
  const silent = rungs.filter((rung) => rung.kind !== "quick_look" && spent(rung));
  if (silent.length > 0) {
    const waited = silent.some((rung) => rung.asks.last && mornings(rung.asks.last, now) >= phoneAfterDays);
    return waited ? { act: "phone" } : { act: "wait" };
  }
  const due = rungs.flatMap((rung) => {
    const turn = turnDue(rung, now);
    return turn ? [{ kind: rung.kind, turn }] : [];
  });
  const first = due[0];
  return first
    ? { act: "ask", kind: first.kind, turn: Math.max(...due.map((one) => one.turn)) }
    : { act: "wait" };
}
