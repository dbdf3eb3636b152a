import type { SurvivalStep } from "./kaplan-meier";
import type { IntervalKind } from "./measure-spec";
import type { SuppressionReason } from "./suppress-table";

export type Maturity = { state: "mature" | "provisional" | "unavailable"; complete: number };

/** The denominator of trust: referred, then linked, at risk, window complete, counted. Null when hidden. */
export type Chain = Record<ChainStep, number | null>;
export const chainSteps = ["referred", "linked", "atRisk", "windowComplete", "counted"] as const;
export type ChainStep = (typeof chainSteps)[number];

export type Member = { id: string; in_denominator: boolean; in_numerator: boolean; reason: string };

/** One printed number: contracts.md section 3. `value`, `low` and `high` are on the measure's scale. */
export type MeasureResult = {
  measure: string;
  version: string;
  variant: string | null;
  part: string | null;
  stratum: Record<string, string> | null;
  period: [string, string];
  data_through: string;
  maturity: Maturity;
  denominator: number | null;
  numerator: number | null;
  value: number | null;
  scale: number;
  low: number | null;
  high: number | null;
  interval: Exclude<IntervalKind, "none"> | null;
  missing: number | null;
  suppressed: SuppressionReason | null;
  blocked_by: string[];
  warnings: string[];
  chain: Chain | null;
  /** Of a measure of time to an event: the curve. */
  steps?: SurvivalStep[];
  /** Of a group against another: the difference of their rates, on the scale of these. */
  difference?: number | null;
  members?: Member[];
};
