import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finishResult } from "./finish-result";
import { findMeasureSpec } from "./measure-registry";
import { chainSteps, type Chain, type MeasureResult } from "./measure-result";
import { suppressResults } from "./suppress-results";

const spec = findMeasureSpec("OUT-RPT-12");
if (!spec) throw new Error("no such measure");

type Group = {
  unlinked: number;
  atHome: number;
  open: number;
  events: number;
  quiet: number;
  missing?: number;
};

function resultOf(race: string | null, group: Group): MeasureResult {
  const counted = group.events + group.quiet;
  const windowComplete = counted;
  const atRisk = windowComplete + group.open;
  const linked = atRisk + group.atHome;
  const chain = { referred: linked + group.unlinked, linked, atRisk, windowComplete, counted };
  const row = { part: null, stratum: race === null ? null : { race }, chain, denominator: counted };
  const frame = { period: ["2024-01-01", "2024-12-31"] as [string, string], dataThrough: "2026-01-01" };
  return finishResult(spec!, frame, { ...row, numerator: group.events, missing: group.missing ?? 0 });
}

/** A whole and its groups, as `--by race` gives them. */
function tableOf(groups: Group[]): MeasureResult[] {
  const sum = (key: keyof Group) => groups.reduce((all, group) => all + (group[key] ?? 0), 0);
  const all = {
    ...{ unlinked: sum("unlinked"), atHome: sum("atHome"), open: sum("open") },
    ...{ events: sum("events"), quiet: sum("quiet"), missing: sum("missing") },
  };
  return [resultOf(null, all), ...groups.map((group, i) => resultOf(`group ${i}`, group))];
}

/** What a reader gets by subtracting one step from the next; null where either is hidden. */
const lossesOf = (chain: Chain): (number | null)[] =>
  chainSteps.slice(1).map((step, k) => {
    const [before, after] = [chain[chainSteps[k]!], chain[step]];
    return before === null || after === null ? null : before - after;
  });

const isSmall = (n: number | null): boolean => n !== null && n > 0 && n <= 10;

describe("a table by group", () => {
  const none = { unlinked: 0, atHome: 0, open: 0, events: 60, quiet: 300 };

  it("does not tell in its groups the step that is hidden in the whole", () => {
    const raw = tableOf([
      none,
      { ...none, unlinked: 4 },
      { ...none, unlinked: 3 },
      { ...none, unlinked: 40 },
    ]);
    const [whole, ...groups] = suppressResults(raw);
    const shown = groups.flatMap(({ chain }) => (chain ? [lossesOf(chain)[0]] : []));
    // Where the whole's loss is shown, at least two groups hide theirs, more than ten families together.
    expect(lossesOf(whole!.chain!)[0] === 47 ? shown.filter((n) => n === null).length : 3).toBe(3);
    expect(shown.filter((n) => n === 4 || n === 3)).toEqual([]);
  });

  const n = fc.integer({ min: 0, max: 40 });
  const group = fc.record({ unlinked: n, atHome: n, open: fc.constant(0), events: n, quiet: n, missing: n });

  it("lets nobody subtract a small step, nor add the groups' steps up and take them from the whole", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 4 }), (groups) => {
        const [whole, ...parts] = suppressResults(tableOf(groups));
        const losses = [whole!, ...parts].map(({ chain }) => lossesOf(chain!));
        for (const loss of losses.flat()) expect(isSmall(loss)).toBe(false);
        chainSteps.slice(1).forEach((_step, k) => {
          const all = losses[0]![k] ?? null;
          const known = losses.slice(1).map((loss) => loss[k] ?? null);
          const hidden = known.filter((loss) => loss === null).length;
          if (all === null || hidden !== 1) return;
          expect(isSmall(all - known.reduce<number>((sum, loss) => sum + (loss ?? 0), 0))).toBe(false);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("hides how many are missing when they are few, and a second group's with them", () => {
    const raw = tableOf([{ ...none, missing: 4 }, { ...none, missing: 30 }, none]);
    expect(suppressResults(raw).map(({ missing }) => missing)).toEqual([34, null, null, 0]);
  });
});

describe("what a hidden number leaves behind", () => {
  it("gives no share of windows from which hidden counts follow", () => {
    const [whole] = suppressResults([
      resultOf(null, { unlinked: 0, atHome: 0, open: 1, events: 3, quiet: 5 }),
    ]);
    expect(whole).toMatchObject({ denominator: null, numerator: null, maturity: { state: "provisional" } });
    expect(whole?.maturity.complete).toBe(0.8);
  });

  it("shows a zero, and says of it neither a share nor how many there are", () => {
    const [whole] = suppressResults([
      resultOf(null, { unlinked: 0, atHome: 0, open: 0, events: 0, quiet: 7 }),
    ]);
    expect(whole).toMatchObject({ denominator: null, numerator: 0, value: null, suppressed: "primary" });
  });

  it("gives no members where a step of the way is hidden", () => {
    const raw = resultOf(null, { unlinked: 5, atHome: 0, open: 0, events: 60, quiet: 300 });
    const member = { id: "c1", in_denominator: true, in_numerator: false, reason: "" };
    const [whole] = suppressResults([{ ...raw, members: [member] }]);
    expect(whole?.members).toBeUndefined();
  });
});
