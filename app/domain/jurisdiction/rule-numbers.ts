import { type JurisdictionSettings, readJurisdictionSettings } from "../organizations/jurisdiction-settings";

/**
 * A number that a county sets, with the bounds it may have. `counts`: from the next step of a referral, whose due day was
 * told and stays; or at once, also for those that are open.
 */
export type RuleNumber = {
  name: string;
  path: readonly string[];
  min: number;
  max: number;
  counts: "next_step" | "at_once";
};
type Bounds = readonly [min: number, max: number];

const rule = (name: string, path: string, [min, max]: Bounds, counts: RuleNumber["counts"]): RuleNumber => ({
  ...{ name, path: path.split("."), min, max, counts },
});
const twoSpeeds = (name: string, bounds: Bounds) => [
  rule(`${name}Standard`, `clocks.${name}.standard`, bounds, "next_step"),
  rule(`${name}Urgent`, `clocks.${name}.urgent`, bounds, "next_step"),
];
const workingDays: Bounds = [1, 10];

/** By what they are about, in the order of a referral's way. */
export const ruleGroups = {
  answering: [
    ...twoSpeeds("answer", workingDays),
    rule("answerGrace", "clocks.answerGrace", workingDays, "at_once"),
    rule("needsInformation", "clocks.needsInformation", workingDays, "next_step"),
    rule("undoAccept", "clocks.undoAccept", workingDays, "at_once"),
  ],
  reaching: [
    ...twoSpeeds("outreach", workingDays),
    ...twoSpeeds("firstAttempt", workingDays),
    rule("tries", "attemptRule.tries", [1, 10], "at_once"),
    rule("ways", "attemptRule.ways", [1, 5], "at_once"),
    rule("timesOfDay", "attemptRule.timesOfDay", [1, 3], "at_once"),
    rule("overDays", "attemptRule.overDays", [1, 30], "at_once"),
    rule("firstSession", "clocks.firstSession", [1, 30], "next_step"),
  ],
  waiting: [
    rule("waitlistKeepWarm", "clocks.waitlistKeepWarmCalendarDays", [7, 90], "next_step"),
    rule("waitlistConfirm", "clocks.waitlistConfirmCalendarDays", [7, 60], "at_once"),
    rule("onHoldMax", "clocks.onHoldMaxCalendarDays", [7, 60], "next_step"),
    rule("reopen", "clocks.reopenCalendarDays", [1, 90], "at_once"),
  ],
  keeping: [
    rule("consent", "consentCalendarDays", [30, 365], "next_step"),
    rule("familyLink", "familyLinkCalendarDays", [7, 180], "next_step"),
    rule("organizationsADay", "listingChecks.organizationsADay", [0, 1000], "at_once"),
  ],
} as const satisfies Record<string, readonly RuleNumber[]>;
/** How long what nobody needs is kept, in days; 0, which is never, or within the bounds. On a page of its own. */
export const retentionNumbers = [
  rule("keptCalls", "retention.calls", [30, 3650], "at_once"),
  rule("keptDrafts", "retention.drafts", [2, 365], "at_once"),
] as const;
export type RuleGroup = keyof typeof ruleGroups;

export const ruleNumbers: readonly RuleNumber[] = Object.values(ruleGroups).flat();
const everyNumber: readonly RuleNumber[] = [...ruleNumbers, ...retentionNumbers];

const at = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree);

/** Every number as the settings have it. */
export const numbersOf = (settings: JurisdictionSettings): Record<string, number> =>
  Object.fromEntries(everyNumber.map(({ name, path }) => [name, Number(at(settings, path))]));

/** The portal's own numbers (domain.md 2.4). */
export const usualNumbers = numbersOf(readJurisdictionSettings({}));

type Tree = Record<string, unknown>;

function withNumber(tree: Tree, [key = "", ...rest]: readonly string[], value: number): Tree {
  const inner = tree[key];
  const below = typeof inner === "object" && inner !== null ? (inner as Tree) : {};
  return { ...tree, [key]: rest.length === 0 ? value : withNumber(below, rest, value) };
}

/** Stored settings with these numbers; what else is stored stays. */
export const withNumbers = (stored: Tree, numbers: Record<string, number>): Tree =>
  everyNumber.reduce((tree, { name, path }) => {
    const value = numbers[name];
    return value === undefined || at(readJurisdictionSettings(tree), path) === value
      ? tree
      : withNumber(tree, path, value);
  }, stored);
