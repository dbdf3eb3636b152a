import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { type KnownFamily, readFamilyDetails } from "../../households/index.server";
import { readSettings } from "../../organizations/index.server";
import { mayBecome } from "../states/acting-party";
import { wordsToRead } from "./consent-as-read";
import { consentInForce } from "./consent-in-force";
import { concludeReferral } from "../states/conclude-referral";
import { readSnapshot } from "../sending/read-snapshot";
import { statusFacts } from "../states/referral-status";
import type { FamilyPage, FamilyReferral } from "../reading/referral-views";

const phone = {
  select: { number: true },
  take: 1,
  orderBy: { id: "asc" },
} satisfies Prisma.Service$phonesArgs;
const related = {
  service: { select: { name: true, familyText: true, slug: true, phones: phone } },
  receivingOrganization: { select: { name: true } },
  consent: true,
  feedback: { select: { id: true }, take: 1 },
} satisfies Prisma.ServiceReferralInclude;
type Row = Prisma.ServiceReferralGetPayload<{ include: typeof related }>;

function sharing(row: Row, now: Date): FamilyReferral["sharing"] {
  if (!row.consent) return "not_yet";
  return consentInForce(row.consent, now) ? "shared" : "stopped";
}

/** The words of a yes on the page, with everything that would be sent; null where there is nothing to agree to. */
function wordsToAgreeTo(row: Row, family: KnownFamily): FamilyReferral["ask"] {
  if (row.status !== "awaiting_family_yes") return null;
  return wordsToRead({ by: "page", family, organization: row.receivingOrganization.name });
}

function choices(ctx: Ctx, row: Row, shared: boolean) {
  const next = mayBecome(ctx.actor, row.status);
  return {
    canAccept: row.status === "awaiting_family_yes",
    canDecline: concludeReferral(row.status, "family_declines") !== null,
    canStopSharing: shared,
    canPause: next.includes("on_hold"),
    canGiveFeedback: row.reachedAt !== null || row.status === "connected",
    feedbackGiven: row.feedback.length > 0,
  };
}

function shown(ctx: Ctx, row: Row, family: KnownFamily): FamilyReferral {
  const state = sharing(row, ctx.clock.now());
  const open = statusFacts[row.status].open;
  return {
    id: row.id,
    askedItself: row.kind === "self",
    serviceId: row.serviceId,
    needCodes: row.needCodes,
    version: row.version,
    number: row.number,
    programName: row.service.name,
    programText: row.service.familyText,
    programSlug: row.service.slug,
    organizationName: row.receivingOrganization.name,
    organizationPhone: row.service.phones[0]?.number ?? null,
    status: row.status,
    sentAt: row.sentAt,
    dueAt: open ? row.dueAt : null,
    shared: row.consent ? readSnapshot(row.snapshot) : null,
    whatWouldHelp: row.whatWouldHelp,
    sharing: state,
    wordsShown: row.consent?.wordsShown ?? null,
    ask: wordsToAgreeTo(row, family),
    ...choices(ctx, row, state === "shared"),
  };
}

/** Who opened the family's referrals: the organization's name, or nothing more than that the sender did. */
async function whoLooked(ctx: Ctx, rows: Row[]): Promise<FamilyPage["looked"]> {
  const names = new Map(rows.map((row) => [row.id, row.receivingOrganization.name]));
  const reads = await ctx.tx.auditEntry.findMany({
    where: {
      AND: [
        whereFor(ctx, "read_looks", "AuditEntry"),
        { event: "referral.read", entityId: { in: [...names.keys()] }, actorKind: "staff" },
      ],
    },
    orderBy: { at: "desc" },
    take: 20,
  });
  return reads.map(({ at, actorRole, entityId }) => ({
    at,
    who: actorRole?.startsWith("provider_") ? (names.get(entityId ?? "") ?? "") : "",
  }));
}

/**
 * A family's own page, by its private link: each referral in plain status, what was sent to whom, who looked and
 * what it can do. Nothing here says whether a report exists. NotFound for another family's household.
 */
export async function readFamilyPage(ctx: Ctx): Promise<FamilyPage> {
  const household = await ctx.tx.household.findFirst({ where: whereFor(ctx, "read_page", "Household") });
  if (!household) throw new NotFound();
  const reach = whereFor(ctx, "read_page", "ServiceReferral");
  const rows = await ctx.tx.serviceReferral.findMany({
    where: {
      AND: [reach, { householdId: household.id, status: { notIn: ["draft", "entered_in_error"] } }],
    },
    include: related,
    orderBy: { createdAt: "desc" },
  });
  const family = await readFamilyDetails(ctx, household.id);
  const { settings } = await readSettings(ctx);
  await recordAudit(ctx, { event: "family_page.read", entity: "Household", entityId: household.id });
  const { phone, email, contactWay, messageOk, bestTimes } = household;
  return {
    householdId: household.id,
    householdVersion: household.version,
    caregiverName: household.caregiverName,
    language: household.language,
    contact: { phone, email, contactWay, messageOk, bestTimes },
    referrals: rows.map((row) => shown(ctx, row, family)),
    looked: await whoLooked(ctx, rows),
    pauseDays: settings.clocks.onHoldMaxCalendarDays,
  };
}
