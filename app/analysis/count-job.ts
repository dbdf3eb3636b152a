import type { Compute } from "../domain/measures/compute-schema";
import type { ExtractTable } from "../domain/reports/extract-columns";

/**
 * What goes into the analysis process and what comes out, as JSON files. The rooms of the domain hand these over; this
 * room calls none of them. Files are those of contracts.md section 1, as the domain describes them.
 */
export type ReferralFlow = { kind: "referral_flow" };
export type Computation = Compute | ReferralFlow;

export const strata = ["race", "age", "sex", "language", "area"] as const;
export type Stratum = (typeof strata)[number];

export type CountItem = {
  measure: string;
  compute: Computation;
  /** First and last day, both inside. */
  period: [string, string];
  /** Days by which the source lags: a window must close on or before dataThrough less this. */
  lagDays: number;
  /** Another last day than the job's, for what the portal itself knows to the day. */
  dataThrough?: string;
  by: Stratum[];
  members: boolean;
};

export type CountJob = {
  /** CSV file of each table that is there. */
  files: Partial<Record<ExtractTable, string>>;
  /** Where to write Parquet and compute on it; null computes straight on the CSV. */
  parquetFolder: string | null;
  dataThrough: string;
  items: CountItem[];
  /** Whether the files are held against the federal data-quality limits. */
  quality?: boolean;
};

/** The denominator of trust (measures.md 6.2): each step is inside the one before. */
export type Chain = {
  referred: number;
  linked: number;
  atRisk: number;
  windowComplete: number;
  counted: number;
};

/** How many were followed so many days, and to how many of them it came then. */
export type TimePoint = { days: number; came: number; ended: number };

export type CountRow = {
  part: string | null;
  stratum: Record<string, string> | null;
  chain: Chain;
  /** What the numerator is divided by: units, days, sessions or a population; null where that is not known. */
  denominator: number | null;
  numerator: number;
  /** Units for which a fact the rule reads is unknown. */
  missing: number;
  /** Of a measure whose value is a median. */
  median?: number | null;
  /** Of a measure of time to an event, by days. */
  times?: TimePoint[];
};

/** A member of a part: of one that has no parts, null. */
export type CountedMember = {
  part: string | null;
  id: string;
  inDenominator: boolean;
  inNumerator: boolean;
  reason: string;
};

export type CountAnswer = {
  measure: string;
  period: [string, string];
  blockedBy: string[];
  rows: CountRow[];
  members: CountedMember[];
};

/** Of `of` rows or children, the share (0 to 1) that a federal data-quality check (domain/reports, by its id) counts. */
export type CountedQuality = { id: string; of: number; share: number };

/** A column of a file with cells that are no date, no yes or no, none of its words, or empty where they must not be. */
export type Unreadable = { table: ExtractTable; column: string; cells: number };

/** Nothing is counted where a cell is unreadable. */
export type CountAnswers = {
  engine: string;
  seconds: number;
  /** Seconds by measure. */
  times: Record<string, number>;
  /** Empty unless asked for. */
  quality: CountedQuality[];
  answers: CountAnswer[];
  unreadable: Unreadable[];
};
