import { quickLookAskDays, reviewDueDays, staleDays } from "../reading/freshness";

/** What the agency looks after, each a list of listings; oldest first. */
export const reviewQueues = ["waiting", "draft", "phone", "stale", "due", "never"] as const;
export type ReviewQueue = (typeof reviewQueues)[number];
export const reviewSorts = ["age", "name", "organization"] as const;
export type ReviewSort = (typeof reviewSorts)[number];
export const reviewPageSize = 25;
/** Days for which the urgent changes of providers, live at once, are listed to be looked at after. */
export const urgentDays = 14;
/** HSDS fields whose change by a provider is live at once (design.md 5): pause, phone, address. */
export const urgentFields = [
  "status",
  "number",
  "extension",
  "address_1",
  "city",
  "postal_code",
  "address_visibility",
  "place_closed",
] as const;

export { quickLookAskDays, reviewDueDays, staleDays };
