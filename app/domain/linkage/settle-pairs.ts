import { type FoundPair, type LinkOutcome, reviewedRule, scoredRule, type StartedLinkRun } from "./link-run";
import { type Pair, pairKey } from "./pair-key";

export type WhyOpen = "uncertain" | "small_county" | "changed" | "rested_on_undone" | "taken_back" | "found";
export type CandidateState =
  | { state: "linked" | "aside"; whyOpen: null }
  | { state: "open"; whyOpen: WhyOpen };

/** A found pair with what becomes of it. */
export type SettledPair = Omit<FoundPair, "zone"> & {
  zone: "exact" | "auto" | "review" | "held";
} & CandidateState;
/** A link that is to hold. */
export type WantedLink = Pair & { rule: string };

const open = (whyOpen: WhyOpen): CandidateState => ({ state: "open", whyOpen });
const linked: CandidateState = { state: "linked", whyOpen: null };

/**
 * What becomes of each pair of a run, and which links are to hold. What people decided stands before exact agreement, and
 * that before the score; a pair that somebody spoke of links by no score again; a record that changed opens its pair anew,
 * while a confirmed link holds until it is answered.
 */
export function settlePairs(
  started: Pick<StartedLinkRun, "exact" | "decisions">,
  { found, mayLink }: Pick<LinkOutcome, "found" | "mayLink">,
  exactRule: string,
): { pairs: SettledPair[]; wanted: WantedLink[] } {
  const decisions = new Map(started.decisions.map((one) => [pairKey(one), one]));
  const exact = new Set(started.exact.map(pairKey));
  const settle = (pair: FoundPair): SettledPair => {
    const decision = decisions.get(pairKey(pair));
    if (decision?.kind === "confirm")
      return { ...pair, zone: "held", ...(decision.changed ? open("changed") : linked) };
    if (exact.has(pairKey(pair))) return { ...pair, zone: "exact", ...linked };
    const zone = pair.zone === "auto" ? "auto" : "review";
    if (decision?.kind === "aside" && !decision.changed)
      return { ...pair, zone, state: "aside", whyOpen: null };
    if (decision) return { ...pair, zone, ...open(decision.kind === "reopen" ? "taken_back" : "changed") };
    if (zone === "review") return { ...pair, zone, ...open("uncertain") };
    return { ...pair, zone, ...(mayLink ? linked : open("small_county")) };
  };
  const pairs = found.map(settle);
  const of = (pair: Pair, rule: string): WantedLink => ({
    personId: pair.personId,
    agencyChildId: pair.agencyChildId,
    rule,
  });
  const wanted = [
    ...started.decisions.filter(({ kind }) => kind === "confirm").map((pair) => of(pair, reviewedRule)),
    ...started.exact.map((pair) => of(pair, exactRule)),
    ...pairs
      .filter(({ zone, state }) => zone === "auto" && state === "linked")
      .map((pair) => of(pair, scoredRule)),
  ];
  return { pairs, wanted };
}
