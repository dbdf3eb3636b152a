/** The federal data-quality limits of CFSR Round 4 (dictionary of 08/2022, measures.md section 3) that our tables can tell. */
export type QualityCheck = {
  id: string;
  /** A larger share than this, or a smaller one, and the federal tables leave the state out. */
  most?: number;
  least?: number;
  /** The measures that a state beyond the limit is left out of. */
  measures: readonly string[];
};
export type QualityStatus = "pass" | "warn" | "block" | "few";
/** A check of one extract: of `of` rows or children the share `share`, 0 to 1. */
export type CheckedQuality = { id: string; of: number; share: number; status: QualityStatus };

const permanency = ["CFSR4-P1", "CFSR4-P2", "CFSR4-P3", "CFSR4-P4"];
const inCare = ["CFSR4-S1", ...permanency, "CFSR4-P5"];
const victims = ["CFSR4-S1", "CFSR4-S2"];

export const qualityChecks = [
  { id: "ids_not_met_again", most: 0.4, measures: inCare },
  { id: "dropped_record", most: 0.1, measures: inCare },
  { id: "born_after_entry", most: 0.05, measures: inCare },
  { id: "born_after_exit", most: 0.05, measures: inCare },
  { id: "entry_and_exit_same_day", most: 0.05, measures: inCare },
  { id: "exit_before_entry", most: 0.05, measures: inCare },
  { id: "no_birth_date", most: 0.05, measures: inCare },
  { id: "no_removal_date", most: 0.05, measures: inCare },
  { id: "no_exit_reason", most: 0.1, measures: permanency },
  { id: "no_placements", most: 0.05, measures: ["CFSR4-P5"] },
  { id: "all_on_first_removal", most: 0.95, measures: ["CFSR4-P4"] },
  { id: "report_ids_met_again", least: 0.01, measures: victims },
  { id: "same_id_other_child", most: 0.05, measures: victims },
  { id: "victim_without_age", most: 0.05, measures: victims },
  { id: "victims_found_in_care", least: 0.01, measures: ["CFSR4-S1"] },
] as const satisfies readonly QualityCheck[];
export type QualityCheckId = (typeof qualityChecks)[number]["id"];

/** OUR READING: limits of whole states say nothing of a few rows, and half way to a limit is worth a look. */
const LEAST = 30;

/** How a share stands against its limit: `few` where too few rows say anything. */
export function judgeQuality({ most, least }: QualityCheck, share: number, of: number): QualityStatus {
  if (of < LEAST) return "few";
  if (most !== undefined) {
    if (share > most) return "block";
    // A limit near the whole (95 %) has no half way.
    return most < 0.5 && share > most / 2 ? "warn" : "pass";
  }
  if (least !== undefined && share < least) return "block";
  return least !== undefined && share < least * 2 ? "warn" : "pass";
}
