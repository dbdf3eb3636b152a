import { z } from "zod";
import { recordsSettings } from "./records-settings";
import type { BusinessCalendar } from "../kernel/business-calendar";

const twoSpeeds = (urgent: number, standard: number) =>
  z
    .object({
      urgent: z.number().positive().default(urgent),
      standard: z.number().positive().default(standard),
    })
    .prefault({});
const days = (standard: number) => z.number().int().positive().default(standard);

const calendar = z
  .object({
    opensAt: z.number().int().min(0).max(23).default(8),
    closesAt: z.number().int().min(1).max(24).default(17),
    /** YYYY-MM-DD */
    holidays: z.array(z.string()).default([]),
  })
  .prefault({});

/** Business days unless the name says otherwise (domain.md 2.4). */
const clocks = z
  .object({
    answer: twoSpeeds(1, 2),
    answerGrace: days(2),
    outreach: twoSpeeds(1, 2),
    needsInformation: days(2),
    firstAttempt: twoSpeeds(1, 2),
    firstSession: days(10),
    undoAccept: days(5),
    waitlistKeepWarmCalendarDays: days(30),
    waitlistConfirmCalendarDays: days(14),
    onHoldMaxCalendarDays: days(60),
    reopenCalendarDays: days(30),
  })
  .prefault({});

const attemptRule = z
  .object({ tries: days(3), ways: days(2), timesOfDay: days(2), overDays: days(7) })
  .prefault({});

export const disclosureKinds = ["statute", "mou", "court_order"] as const;

/** What allows reaching out to a family that has not asked: a statute, an agreement or an order, with its citation. */
const disclosureBasis = z.object({
  key: z.string().min(1),
  kind: z.enum(disclosureKinds),
  citation: z.string().min(1),
  label: z.record(z.string(), z.string()),
  /** It allows a provider to be told which worker and team handed a family on; `senders.named` must allow it too. */
  namesSender: z.boolean().default(false),
  /** No new referral stands on it; those that do stay. */
  ended: z.boolean().default(false),
});

/**
 * Who a provider is told sent a family: by default one neutral name for every line and team, so that nothing says that
 * the hotline was called. `named` tells the worker and the team where the family itself agreed, or the basis allows it.
 */
const senders = z
  .object({
    named: z.boolean().default(false),
    /** By language, as it stands after "sent by"; the portal's own words where it is not given. */
    neutral: z.record(z.string(), z.string()).default({}),
  })
  .prefault({});

/** What the two lines of the desk are called here, by language; the portal's own words where it is not given. */
const lineName = z.record(z.string(), z.string()).default({});
const lines = z.object({ support_line: lineName, hotline: lineName }).prefault({});

const inBoth = z.object({ en: z.string(), es: z.string() });
/** A jurisdiction's own words of a yes, each version under its own name (referrals/family/consent-words.ts). */
const consentText = z.object({ version: z.string(), asked: inBoth, own: inBoth });

const keptDays = (standard: number) => z.number().int().min(0).default(standard);
/** Days until something of a family ends by itself (households/retention.ts); 0 is never. */
const retention = z.object({ calls: keptDays(365), drafts: keptDays(30) }).prefault({});

const schema = z.object({
  calendar,
  clocks,
  attemptRule,
  disclosureBases: z.array(disclosureBasis).default([]),
  senders,
  lines,
  /** Null: the portal's own. */
  consentWords: consentText.nullable().default(null),
  consentCalendarDays: days(365),
  familyLinkCalendarDays: days(60),
  retention,
  records: recordsSettings,
  /** A provider's new listing is looked at by the agency before it is shown. */
  reviewNewListings: z.boolean().default(false),
  /** Mails that ask whether listings are still right: organizations written to in one day at most. */
  listingChecks: z.object({ organizationsADay: z.number().int().min(0).default(100) }).prefault({}),
  goalFrameworkVersion: z.string().nullable().default(null),
});

export type DisclosureBasis = z.infer<typeof disclosureBasis>;

/** A jurisdiction's own rules; what it does not set has the default of domain.md 2.4. */
export type JurisdictionSettings = z.infer<typeof schema>;

/** Reads Jurisdiction.settings. Unknown keys are left alone; a value of the wrong kind throws with its name. */
export function readJurisdictionSettings(stored: unknown): JurisdictionSettings {
  return schema.parse(stored ?? {});
}

/** The jurisdiction's business calendar. */
export function calendarOf(settings: JurisdictionSettings, timeZone: string): BusinessCalendar {
  return { timeZone, ...settings.calendar };
}
