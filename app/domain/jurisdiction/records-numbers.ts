import type { RecordsSettings } from "../organizations/records-settings";
import { recordsSettings } from "../organizations/records-settings";

/** A number that a county sets about the agency's records. `percent`: typed as a percentage, stored as a share. */
export type RecordsNumber = {
  name: string;
  path: readonly string[];
  min: number;
  max: number;
  percent: boolean;
};
const number = (path: string, min: number, max: number, percent: boolean): RecordsNumber => ({
  ...{ name: path.split(".").at(-1) ?? path, path: path.split("."), min, max, percent },
});

/** By what they are about: when an extract waits for a person's word, and for how long reports are kept. */
export const recordsGroups = {
  jumps: [
    number("jumps.rowsFall", 0, 100, true),
    number("jumps.rowsRise", 0, 10_000, true),
    number("jumps.completenessFall", 0, 100, true),
    number("jumps.idsMetCsv", 0, 100, true),
    number("jumps.idsMetAfcars", 0, 100, true),
    number("jumps.idsMetNcands", 0, 100, true),
    number("jumps.leastRows", 1, 99_999, false),
  ],
  kept: [number("kept.unsubstantiated", 0, 36_500, false), number("kept.substantiated", 0, 36_500, false)],
} as const satisfies Record<string, readonly RecordsNumber[]>;
export type RecordsGroup = keyof typeof recordsGroups;

export const recordsNumbers: readonly RecordsNumber[] = Object.values(recordsGroups).flat();

const at = (tree: unknown, path: readonly string[]): number =>
  Number(path.reduce((node, key) => (node as Record<string, unknown> | undefined)?.[key], tree));

/** Each number as a person types it: percentages of at most two decimals. */
export const typedNumbersOf = (records: RecordsSettings): Record<string, string> =>
  Object.fromEntries(
    recordsNumbers.map(({ name, path, percent }) => [
      name,
      String(Number((at(records, path) * (percent ? 100 : 1)).toFixed(2))),
    ]),
  );

/** The portal's own numbers. */
export const usualRecordsNumbers = typedNumbersOf(recordsSettings.parse(undefined));
