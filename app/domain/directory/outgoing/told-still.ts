import { capacityDecayDays } from "../openings/capacity";

/** `isToldStill` in SQL: what was said of openings then still counts. */
export const toldStill = (column: string): string =>
  `(${column} >= now() - interval '${capacityDecayDays} days')`;
