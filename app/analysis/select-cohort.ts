import type { Compute } from "../domain/measures/compute-schema";
import { selectCareDays } from "./cohorts/select-care-days";
import { selectCareEntries } from "./cohorts/select-care-entries";
import { selectCareExits } from "./cohorts/select-care-exits";
import { selectChildrenWith } from "./cohorts/select-children-with";
import { selectEnrollments } from "./cohorts/select-enrollments";
import { selectFirstEvents } from "./cohorts/select-first-events";
import { selectInCareDay } from "./cohorts/select-in-care-day";
import { selectLaterEvents, selectLaterTimes } from "./cohorts/select-later-events";
import { selectPersonMonths } from "./cohorts/select-person-months";
import { selectPointInTime } from "./cohorts/select-point-in-time";
import { selectPreventionPlans } from "./cohorts/select-prevention-plans";
import { selectReferralEvents } from "./cohorts/select-referral-events";
import { selectReferralReasons } from "./cohorts/select-referral-reasons";
import { selectReferralWait } from "./cohorts/select-referral-wait";
import { selectResponses } from "./cohorts/select-responses";
import { selectServices } from "./cohorts/select-services";
import type { Selected } from "./cohorts/selected";

/** The selects that a computation is counted by: one, or one a part. */
export function selectCohort(compute: Compute): Selected[] {
  switch (compute.kind) {
    case "entries":
      return [selectCareEntries(compute)];
    case "exits":
      return [selectCareExits(compute)];
    case "in_care_on_day":
      return [selectInCareDay(compute)];
    case "point_in_time":
      return [selectPointInTime(compute)];
    case "care_days":
      return [selectCareDays(compute)];
    case "person_months":
      return [selectPersonMonths(compute)];
    case "first_event":
      return [selectFirstEvents(compute)];
    case "children_with":
      return [selectChildrenWith(compute.event)];
    case "disparity":
      return [selectChildrenWith(compute.event)];
    case "responses":
      return [selectResponses(compute)];
    case "prevention_plans":
      return [selectPreventionPlans(compute)];
    case "services":
      return [selectServices(compute)];
    case "later_event":
      return [selectLaterEvents(compute)];
    case "later_event_times":
      return selectLaterTimes(compute);
    case "referral_event":
      return selectReferralEvents(compute);
    case "referral_reasons":
      return [selectReferralReasons()];
    case "referral_wait":
      return [selectReferralWait()];
    case "enrollments":
      return [selectEnrollments(compute)];
  }
}
