import type { ListingInput } from "./listing-rows";
import { testClock } from "./listing-rows";

const daysAgo = (days: number) => new Date(testClock.now().getTime() - days * 86_400_000);
type Row = Omit<ListingInput["service"], "name" | "organizationId">;
const told = (days: number, more: Row): Row => ({ capacityAsOf: daysAgo(days), ...more });
const open = { capacityStatus: "open", capacityAvailable: 3 } as const;
const near = { latitude: 39.3453, longitude: -76.6843, street: "1 First Street", city: "Baltimore" };

/** Listings whose facts are easily said in two ways, by name. */
export const wordedListings: Record<string, { service: Row; location?: ListingInput["location"] }> = {
  "nothing said": { service: {} },
  "room two days old, checked before": {
    service: told(2, { ...open, assuredAt: daysAgo(12), isFree: true, timesOfDay: ["morning", "evening"] }),
  },
  "room and check of one day": { service: told(0, { ...open, assuredAt: daysAgo(0) }), location: near },
  "room not counted": { service: told(14, { capacityStatus: "open", assuredAt: daysAgo(300) }) },
  "waitlist of weeks": { service: told(1, { capacityStatus: "waitlist", waitlistDays: 30 }) },
  "waitlist without days": { service: told(1, { capacityStatus: "waitlist" }) },
  full: { service: told(1, { capacityStatus: "full", capacityAvailable: 0 }) },
  "assess first": { service: told(1, { capacityStatus: "assess_first" }) },
  "word on room too old": { service: told(20, { ...open, assuredAt: daysAgo(20) }) },
  paused: { service: told(1, { ...open, status: "temporarily_closed" }) },
  "hidden place": {
    service: { confidential: true, deliveryModes: ["centre"] },
    location: { visibility: "hidden", street: "7 Zzsecret Way", city: "Zzquietville" },
  },
  "birth to three": { service: { childAgeMinMonths: 0, childAgeMaxMonths: 36 } },
  "through two": { service: { childAgeMinMonths: 12, childAgeMaxMonths: 35 } },
  months: { service: { childAgeMinMonths: 6, childAgeMaxMonths: 18 } },
  "before birth": { service: { childAgeMinMonths: -9, childAgeMaxMonths: 24 } },
  "no oldest age": { service: { childAgeMinMonths: 72 } },
  "no youngest age": { service: { childAgeMaxMonths: 216 } },
  "sign language": { service: { staffLanguages: ["en", "ase"], interpreterLanguages: ["ko"] } },
  "sign language by interpreter": { service: { staffLanguages: ["es"], interpreterLanguages: ["ase"] } },
  "interpreters, no language": { service: { interpretationServices: "Ask us" } },
  "fees in words": { service: { isFree: false, feesDescription: "$20 a visit", deliveryModes: ["video"] } },
  "a cost": { service: { isFree: false, deliveryModes: ["home", "phone"], childcareOnSite: true } },
};
