import type { Prisma } from "~/db/generated/client";
import { providerRoles } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { numberToCall } from "../../directory/reading/number-to-call";
import { toldPhones } from "../../directory/outgoing/told-phones";
import { type KnownFamily, readFamilyDetails } from "../../households/index.server";
import { listAnswering, readSettings } from "../../organizations/index.server";
import { mayBecome } from "../states/acting-party";
import { wordsToRead } from "./consent-as-read";
import { isSealed, sealingOf } from "../following/masked-status";
import { type ConsentTexts, readConsentTexts } from "./read-consent-texts.server";
import { consentInForce } from "./consent-in-force";
import { concludeReferral } from "../states/conclude-referral";
import { readSnapshot } from "../sending/read-snapshot";
import type { ReferralSnapshot } from "../sending/referral-snapshot";
import { statusFacts } from "../states/referral-status";
import type { FamilyPage, FamilyReferral } from "../reading/referral-views";

const phone = {
  where: toldPhones,
  select: { number: true, type: true },
  take: 20,
  orderBy: { id: "asc" },
} satisfies Prisma.Service$phonesArgs;
const related = {
  service: { select: { name: true, familyText: true, slug: true, phones: phone } },
  receivingOrganization: { select: { name: true, victimServiceProvider: true, part2Program: true } },
  consent: true,
  feedback: { select: { id: true }, take: 1 },
} satisfies Prisma.ServiceReferralInclude;
type Row = Prisma.ServiceReferralGetPayload<{ include: typeof related }>;

function sharing(row: Row, now: Date): FamilyReferral["sharing"] {
  if (!row.consent) return "not_yet";
  return consentInForce(row.consent, now) ? "shared" : "stopped";
}

/** The words of a yes on the page, with everything that would be sent; null where there is nothing to agree to. */
function wordsToAgreeTo(
  row: Row,
  family: KnownFamily,
  { inForce: text }: ConsentTexts,
): FamilyReferral["ask"] {
  if (row.status !== "awaiting_family_yes") return null;
  return wordsToRead({ by: "page", text, family, organization: row.receivingOrganization.name });
}

/** The words of the yes in each language, for a page that is read in another one than they were said in. */
function wordsReadIn(row: Row, { byVersion }: ConsentTexts): FamilyReferral["ask"] {
  const family = row.consent ? readSnapshot(row.snapshot) : null;
  const text = byVersion.get(row.consent?.textVersion ?? "");
  if (!family || !text) return null;
  const by = row.kind === "self" ? ("self" as const) : ("worker" as const);
  return wordsToRead({ by, text, family, organization: row.receivingOrganization.name });
}

/** What the program sees now: what was sent, with a phone or email that the family has corrected since. */
function asCorrected(sent: ReferralSnapshot | null, family: KnownFamily): ReferralSnapshot | null {
  return sent && { ...sent, phone: sent.phone && family.phone, email: sent.email && family.email };
}

const rowIsSealed = (row: Row): boolean => isSealed(sealingOf(row.receivingOrganization), row);

/** Of a sealed one the page says that it was sent, or that the family or its worker stopped it; the program tells the rest. */
function sealedStanding(row: Row, shared: boolean) {
  const stands = shared && row.takenBackAt === null;
  return {
    sealed: stands,
    status: stands ? ("sent" as const) : ("withdrawn" as const),
    version: row.shownVersion,
    dueAt: null,
    canAccept: false,
    canDecline: stands,
    canStopSharing: shared,
    canPause: false,
    canResume: false,
    canGiveFeedback: false,
    feedbackGiven: false,
  };
}

function choices(ctx: Ctx, row: Row, shared: boolean, answers: boolean) {
  const next = mayBecome(ctx.actor, row.status);
  return {
    canAccept: row.status === "awaiting_family_yes" && answers,
    canDecline: concludeReferral(row.status, "family_declines") !== null,
    canStopSharing: shared,
    canPause: next.includes("on_hold"),
    canResume: row.status === "on_hold" && next.includes("contacting"),
    canGiveFeedback: row.reachedAt !== null || row.status === "connected",
    feedbackGiven: row.feedback.length > 0,
  };
}

type Around = { family: KnownFamily; answering: ReadonlySet<string>; texts: ConsentTexts };

function shown(ctx: Ctx, row: Row, { family, answering, texts }: Around): FamilyReferral {
  const state = sharing(row, ctx.clock.now());
  const open = statusFacts[row.status].open;
  const answers = answering.has(row.receivingOrganizationId);
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
    organizationPhone: numberToCall(row.service.phones)?.number ?? null,
    status: row.status,
    sentAt: row.sentAt,
    dueAt: open ? row.dueAt : null,
    shared: row.consent ? asCorrected(readSnapshot(row.snapshot), family) : null,
    whatWouldHelp: row.whatWouldHelp,
    sharing: state,
    wordsShown: row.consent?.wordsShown ?? null,
    wordsLanguage: row.consent?.language ?? null,
    wordsIn: wordsReadIn(row, texts),
    ask: wordsToAgreeTo(row, family, texts),
    answers,
    sealed: false,
    ...choices(ctx, row, state === "shared", answers),
    ...(rowIsSealed(row) ? sealedStanding(row, state === "shared") : {}),
  };
}

/** Who opened the family's referrals: the organization's name, or nothing more than that the sender did. */
async function whoLooked(ctx: Ctx, rows: Row[]): Promise<FamilyPage["looked"]> {
  const names = new Map(rows.map((row) => [row.id, row.receivingOrganization.name]));
  const sealed = rows.filter(rowIsSealed).map(({ id }) => id);
  // That a sealed program opened it is the program's to tell.
  const byProvider = { entityId: { in: sealed }, actorRole: { in: [...providerRoles] } };
  const reads = await ctx.tx.auditEntry.findMany({
    where: {
      AND: [
        whereFor(ctx, "read_looks", "AuditEntry"),
        { event: "referral.read", entityId: { in: [...names.keys()] }, actorKind: "staff", NOT: byProvider },
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
  const organizationIds = rows.map((row) => row.receivingOrganizationId);
  const answering = await listAnswering(ctx, { organizationIds });
  const { settings } = await readSettings(ctx);
  const versions = rows.flatMap(({ consent }) => (consent ? [consent.textVersion] : []));
  const texts = await readConsentTexts(ctx, versions);
  await recordAudit(ctx, { event: "family_page.read", entity: "Household", entityId: household.id });
  const { phone, email, contactWay, messageOk, bestTimes } = household;
  return {
    householdId: household.id,
    householdVersion: household.version,
    caregiverName: household.caregiverName,
    language: household.language,
    contact: { phone, email, contactWay, messageOk, bestTimes },
    referrals: rows.map((row) => shown(ctx, row, { family, answering, texts })),
    recordLinkage: household.recordLinkageRefusedAt === null,
    looked: await whoLooked(ctx, rows),
    pauseDays: settings.clocks.onHoldMaxCalendarDays,
  };
}
