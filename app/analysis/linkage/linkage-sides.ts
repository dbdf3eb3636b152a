/** The two tables of records, or one twice where pairs are sought within a file. */
export type Sides = {
  left: string;
  right: string;
  isWithin: boolean;
  rows: [number, number];
  /** Of both files together. */
  records: number;
  totalPairs: number;
};

export function describeSides(rows: readonly number[]): Sides {
  const [a = 0, b] = rows;
  if (b === undefined)
    return {
      left: "s0",
      right: "s0",
      isWithin: true,
      rows: [a, a],
      records: a,
      totalPairs: (a * (a - 1)) / 2,
    };
  return { left: "s0", right: "s1", isWithin: false, rows: [a, b], records: a + b, totalPairs: a * b };
}
