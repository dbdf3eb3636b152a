import { intakeRoles } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import { consentTextOf } from "../referrals/family/consent-words";
import { consentWordsConfirmed } from "./confirm-consent-words.server";
import { nameOfEmpty } from "./kept-jurisdiction";
import { readInForce } from "./write-version.server";

/** What must be there before the first family, in the order in which it is best made. */
export type Readiness = {
  named: boolean;
  placed: boolean;
  closedDays: boolean;
  basis: boolean;
  consentWords: boolean;
  secondAdministrator: boolean;
  organization: boolean;
  intake: boolean;
};

/** Who works here: two administrators, so that one may be ill, and somebody who takes calls. */
async function readPeople(ctx: Ctx): Promise<Pick<Readiness, "secondAdministrator" | "intake">> {
  const people = await ctx.tx.membership.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, endedAt: null },
    distinct: ["userId", "role"],
    select: { role: true },
  });
  return {
    secondAdministrator: people.filter(({ role }) => role === "jurisdiction_admin").length > 1,
    intake: people.some(({ role }) => intakeRoles.some((one) => one === role)),
  };
}

/** Whether the actor's own jurisdiction has what it needs before the first family. Throws Forbidden. */
export async function readReadiness(ctx: Ctx): Promise<Readiness> {
  whereFor(ctx, "read", "JurisdictionVersion");
  const { kept } = await readInForce(ctx);
  const settings = readJurisdictionSettings(kept.settings);
  const { calendar, disclosureBases } = settings;
  const today = ctx.clock.today(kept.timeZone);
  const { jurisdictionId } = ctx.actor;
  const answering = await ctx.tx.organization.count({
    where: {
      ...{ jurisdictionId, status: "active", mergedIntoId: null },
      memberships: { some: { endedAt: null } },
      services: { some: { listingState: "published", status: "active" } },
    },
  });
  return {
    named: kept.name !== nameOfEmpty && kept.supportPhone !== null,
    placed: kept.latitude !== null && kept.longitude !== null,
    closedDays: calendar.holidays.some((day) => day >= today),
    basis: disclosureBases.some(({ ended }) => !ended),
    consentWords: await consentWordsConfirmed(ctx, consentTextOf(settings).version),
    organization: answering > 0,
    ...(await readPeople(ctx)),
  };
}
