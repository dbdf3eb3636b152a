import { isSmall } from "../kernel/small-numbers";

/** What a run of the linker expected of itself, as its report says it; counts and chances alone. */
export type RunExpectation = {
  calibration: {
    probability_from: number;
    probability_to: number;
    pairs: number;
    expected_true: number;
  }[];
  groups: Record<
    string,
    {
      value: string;
      linked: number;
      expected_links: number;
      expected_recall_auto: number | null;
      expected_false_auto: number;
    }[]
  >;
};
/** Pairs that people have read, by the chance that the model had given them: `bin` counts from 0. */
export type ReadBin = { bin: number; read: number; same: number };

export type PairCount = number | "small";
export type ExpectedBin = {
  from: number;
  to: number;
  pairs: PairCount;
  /** Share that the model takes for the same child. */
  expected: number | null;
  read: PairCount;
  /** Share of the read that people took for the same child. */
  same: number | null;
};
export type ExpectedGroup = {
  group: string;
  value: string;
  /** Of the links that are there, the share that links by itself. */
  recall: number | null;
  /** Wrong ones among ten thousand links. */
  falseOfTenThousand: number | null;
};
export type ExpectedLinks = { bins: ExpectedBin[]; groups: ExpectedGroup[] };

/** Of fewer, a share says nothing (measures.md 9.8). */
const fewest = 30;
const show = (count: number): PairCount => (isSmall(count) ? "small" : count);
const shareOf = (part: number, all: number): number | null => (all < fewest ? null : part / all);

/** Ages as numbers go, and what is not known last. */
const firstNumber = (value: string): number => Number(/^\d+/.exec(value)?.[0] ?? Infinity);
const inOrder = <T extends { value: string }>(lines: readonly T[]): T[] =>
  lines.toSorted((one, other) => {
    const [a, b] = [firstNumber(one.value), firstNumber(other.value)];
    return a === b ? 0 : a - b;
  });

/** What the model expects, and what readers found, with small numbers hidden. Bins without a pair are left out. */
export function tellExpected(run: RunExpectation, readings: readonly ReadBin[]): ExpectedLinks {
  const bins = run.calibration.map((bin, at): ExpectedBin => {
    const { read = 0, same = 0 } = readings.find((one) => one.bin === at) ?? {};
    return {
      ...{ from: bin.probability_from, to: bin.probability_to, pairs: show(bin.pairs) },
      ...{ expected: shareOf(bin.expected_true, bin.pairs), read: show(read), same: shareOf(same, read) },
    };
  });
  const groups = Object.entries(run.groups).flatMap(([group, lines]) =>
    inOrder(lines).map(
      (line): ExpectedGroup => ({
        ...{ group, value: line.value },
        recall: line.expected_links < fewest ? null : line.expected_recall_auto,
        falseOfTenThousand: line.linked < fewest ? null : (10_000 * line.expected_false_auto) / line.linked,
      }),
    ),
  );
  return {
    bins: bins.filter(({ pairs, read }) => pairs !== 0 || read !== 0),
    groups: groups.filter(({ recall, falseOfTenThousand }) => (recall ?? falseOfTenThousand) !== null),
  };
}
