import type { ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { announce, whereFor } from "../../kernel/index.server";
import { type KnownFamily, readFamilyDetails } from "../../households/index.server";
import { changeReferralStatus } from "../states/change-referral-status.server";
import { readSendingFacts } from "../sending/read-sending-facts.server";
import { dataClassesOf, takeSnapshot } from "../sending/referral-snapshot";
import type { ActResult } from "../reading/referral-views";
import type { ConsentGiven } from "../sending/send-referral.schema";
import { newVersion } from "../sending/referral-version";
import { writeConsent } from "../sending/write-referral.server";

export type Agreement = {
  /** Policy verb that gave the row. */
  verb: string;
  version: number;
  method: ConsentGiven["method"];
  /** The permission to share these details. */
  consent: (family: KnownFamily) => ConsentGiven;
  whatWouldHelp?: string;
  needCodes?: string[];
  postalCode: string | null;
  /** Absent: as it was. */
  messageOk?: boolean;
};

/** What the family said with its yes is its own from now on, beside what the referral froze. */
async function keepSaid(ctx: Ctx, householdId: string, said: Agreement): Promise<void> {
  const { postalCode, messageOk } = said;
  if (postalCode === null && messageOk === undefined) return;
  await ctx.tx.household.updateMany({
    where: { AND: [whereFor(ctx, "write", "Household"), { id: householdId }] },
    data: {
      ...(postalCode !== null && { postalCode }),
      messageOk,
      version: { increment: 1 },
    },
  });
}

/** To the program it begins now: nothing counts what the agency did before the family's yes. */
const asNew = { version: newVersion, firstAttemptAt: null, reachedAt: null };

/** From an outreach referral to a sent one: consent, snapshot, the edge, the provider's notice. */
export async function agreeToReferral(ctx: Ctx, row: ServiceReferral, said: Agreement): Promise<ActResult> {
  const known = await readFamilyDetails(ctx, row.householdId);
  const family = {
    ...known,
    postalCode: said.postalCode ?? known.postalCode,
    messageOk: said.messageOk ?? known.messageOk,
  };
  const facts = await readSendingFacts(ctx, {
    serviceId: row.serviceId,
    householdId: null,
    consentMethod: said.method,
    calledAhead: true,
    duplicateReason: null,
  });
  const consent = said.consent(family);
  if (dataClassesOf(family).some((dataClass) => !consent.dataClasses.includes(dataClass)))
    throw new Invalid({ "consent.dataClasses": ["does_not_cover"] });
  const consentId = await writeConsent(ctx, {
    ...consent,
    householdId: row.householdId,
    recipientOrganizationId: row.receivingOrganizationId,
    calendarDays: facts.settings.consentCalendarDays,
  });
  const result = await changeReferralStatus(ctx, row, {
    verb: said.verb,
    to: "sent",
    version: said.version,
    data: {
      consentId,
      snapshot: takeSnapshot(family, consent.dataClasses),
      serviceVersion: facts.serviceVersion,
      sentAt: ctx.clock.now(),
      ...asNew,
      whatWouldHelp: said.whatWouldHelp ?? row.whatWouldHelp,
      needCodes: said.needCodes ?? row.needCodes,
    },
  });
  await keepSaid(ctx, row.householdId, said);
  const toOrganizationId = row.receivingOrganizationId;
  await announce(ctx, { template: "referral-sent", toOrganizationId, params: { referralId: row.id } });
  return { ...result, version: newVersion };
}
