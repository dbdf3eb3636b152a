import type { Compute } from "../domain/measures/compute-schema";
import type { ExtractTable } from "../domain/reports/extract-columns";
import type { Computation } from "./count-job";
import type { Loaded } from "./load-extract";

type Needed = ExtractTable | `${ExtractTable}.${string}`;

const care: Needed[] = ["children.dob", "removals.exit_date"];
const left: Needed[] = [...care, "removals.exit_reason"];
const visits: Needed[] = ["contacts.method", "contacts.status"];

/** The files and columns without which a number would be wrong and look right. */
function neededBy(compute: Compute): Needed[] {
  switch (compute.kind) {
    case "entries":
      return compute.outcome.kind === "short_stay" ? left : [...left, "placements.setting"];
    case "exits":
    case "in_care_on_day":
      return left;
    case "point_in_time":
      return compute.state.startsWith("sibling")
        ? [...care, "placements.home_id", "siblings"]
        : [...care, "placements.setting"];
    case "care_days":
      return compute.events === "victim_report"
        ? [...care, "reports.disposition"]
        : [...care, "placements.home_id"];
    case "person_months":
      return compute.place === "care" ? [...care, ...visits] : [...care, ...visits, "cases"];
    case "first_event":
      return ["children.dob", "reports.disposition", ...(compute.notRemoved ? care.slice(1) : [])];
    case "responses":
      return ["reports.response_type", "reports.received_at", ...visits];
    case "prevention_plans":
      return ["services.plan_date", "services.candidacy_type", "services.start_date", "removals.exit_date"];
    case "services":
      return ["services.start_date", compute.outcome === "duration" ? "services.end_date" : "services.cost"];
    case "children_with":
    case "disparity":
      return [...neededOfChildren(compute.event), "population.age_band"];
    default:
      return neededOfPortal(compute);
  }
}

function neededOfChildren(event: "allegation" | "victim" | "entry" | "in_care"): Needed[] {
  if (event === "allegation") return ["children.dob", "reports"];
  if (event === "victim") return ["children.dob", "reports.disposition"];
  return care;
}

type OfPortal = Extract<
  Compute,
  {
    kind:
      | "later_event"
      | "later_event_times"
      | "referral_event"
      | "referral_reasons"
      | "referral_wait"
      | "enrollments";
  }
>;

const eventColumn = {
  sent: "referrals",
  accepted: "referrals.status",
  attempted: "referrals.first_attempt",
  contacted: "referrals.first_contact",
  enrolled: "referrals.enrolled",
} as const satisfies Record<string, Needed>;

function neededOfPortal(compute: OfPortal): Needed[] {
  switch (compute.kind) {
    case "later_event":
      return ["children", compute.event === "removal" ? "removals" : "reports"];
    case "later_event_times":
      return ["children", "reports", "removals"];
    case "referral_event":
      return [eventColumn[compute.event]];
    case "referral_reasons":
      return ["referrals.close_reason", "referrals.enrolled"];
    case "referral_wait":
      return ["referrals", "sessions.attended"];
    case "enrollments": {
      if (compute.outcome === "completed")
        return ["referrals.enrolled", "referrals.exit", "referrals.exit_reason"];
      const sessions: Needed[] = ["referrals.enrolled", "sessions.attended"];
      return compute.outcome === "dosage" ? [...sessions, "referrals.expected_first_90"] : sessions;
    }
  }
}

/** By name, the files and columns that a computation lacks; empty when it can be counted. */
export function findBlocks(compute: Computation, { faults, present }: Loaded): string[] {
  if (compute.kind === "referral_flow") return faults.referrals;
  const lacking = neededBy(compute).flatMap((needed) => {
    const [table, column] = needed.split(".") as [ExtractTable, string | undefined];
    if (faults[table].length > 0) return faults[table];
    return column === undefined || present[table].has(column) ? [] : [needed];
  });
  if (compute.kind === "later_event" || compute.kind === "later_event_times") {
    // Without an index file the referrals are the cohort; an index file that cannot be read is never passed over.
    const isAbsent = faults.index[0] === "index.csv";
    lacking.push(...(isAbsent && faults.referrals.length === 0 ? [] : faults.index));
  }
  return [...new Set(lacking)];
}
