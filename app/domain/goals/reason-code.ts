/** A member's reason as the engine says it, told apart: its code, and the days, numbers and words in it. */
export type ReasonCode = { code: string; facts: Record<string, string> };

const day = "(\\d{4}-\\d{2}-\\d{2})";
const event = "(report|investigated report|confirmed report|foster care entry)";

/** The engine's sentences (app/analysis); one that is not among them is shown as it stands. */
const patterns: readonly (readonly [code: string, pattern: RegExp, ...facts: string[]])[] = [
  ["unlinked", /^not linked to an agency record/],
  ["adult", /^18 or older on the index day$/],
  ["in_care", /^in care on the index day$/],
  ["open", new RegExp(`^window closes on ${day}, after`), "day"],
  ["turned_18", new RegExp(`^turned 18 on ${day}, inside the window$`), "day"],
  ["left", new RegExp(`^left the jurisdiction on ${day}, inside the window$`), "day"],
  ["died", new RegExp(`^died on ${day}, inside the window$`), "day"],
  ["event", new RegExp(`^${event} on ${day}, day (\\d+)$`), "event", "day", "n"],
  ["undecided", new RegExp(`^report on ${day} has no decision yet`), "day"],
  ["same_incident", new RegExp(`^${event} on ${day} is about an incident already reported`), "event", "day"],
  ["no_event", new RegExp(`^no ${event} from ${day} to ${day}$`), "event", "day", "until"],
  ["sent", new RegExp(`^sent on ${day}$`), "day"],
  ["enrolled", new RegExp(`^enrolled on ${day}, day (\\d+)$`), "day", "n"],
  ["not_enrolled", new RegExp(`^not enrolled by ${day}$`), "day"],
];

/** The code and facts of a reason; null for one that has no words of its own. */
export function reasonCode(reason: string): ReasonCode | null {
  for (const [code, pattern, ...names] of patterns) {
    const found = pattern.exec(reason);
    if (!found) continue;
    const facts = names.map((name, i) => [name, found[i + 1]?.replaceAll(" ", "_") ?? ""] as const);
    return { code, facts: Object.fromEntries(facts) };
  }
  return null;
}
