import type { OutboxMessage } from "~/db/generated/client";
import { mailListingChecks } from "~/domain/directory/index.server";
import { mailFamilyLink } from "~/domain/households/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { deriveToken } from "~/domain/kernel/derive-token";
import {
  readClaimNotice,
  readJurisdiction,
  resolveMailRecipients,
} from "~/domain/organizations/index.server";
import { readReferralNotice, writeAnswerLink } from "~/domain/referrals/index.server";
import { env } from "~/env.server";
import { factsInWords } from "~/listing-words/facts-in-words";
import { nameInWords } from "~/listing-words/name-in-words";
import { wordsIn } from "~/locales/words-in.server";
import { linkTo } from "~/paths";
import type { MailFacts } from "./compose-mail.server";
import { programBlocks } from "./program-blocks.server";
import { answerable, familyTemplates, isTemplateName, type TemplateName } from "./templates/template-names";

type MailRecipient = Awaited<ReturnType<typeof resolveMailRecipients>>[number];

export type Addressed = {
  to: string[];
  facts: MailFacts;
};

type Params = {
  checkIds?: string;
  field?: string;
  referralId?: string;
  householdId?: string;
  resetId?: string;
  invitationId?: string;
  invitedId?: string;
  colleagueId?: string;
  claimId?: string;
  organizationId?: string;
  claimKey?: string;
  serviceIds?: string;
};

/** Where links of the jurisdiction's mails lead: its own address, else the installation's. */
async function readAddress(ctx: Ctx): Promise<string> {
  const { PUBLIC_ORIGIN, PORT } = env();
  const { address } = await readJurisdiction(ctx);
  return address ?? new URL(PUBLIC_ORIGIN ?? `http://localhost:${PORT}`).origin;
}

function secretOf(purpose: Parameters<typeof deriveToken>[1], id: string): string {
  const { SESSION_SECRET } = env();
  if (!SESSION_SECRET) throw new Error("SESSION_SECRET is not set");
  return deriveToken(SESSION_SECRET, purpose, id);
}

function dueInWords(dueAt: Date | null, timeZone: string, locale: string): string | null {
  if (!dueAt) return null;
  const form = {
    weekday: "long",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  } as const;
  return new Intl.DateTimeFormat(locale, form).format(dueAt);
}

/** The page that an act on a referral happens on: the provider's, or the sender's own of it. */
async function referralLink(ctx: Ctx, row: OutboxMessage, referralId: string) {
  const notice = await readReferralNotice(ctx, { referralId });
  const { organizationId } = notice;
  const address = await readAddress(ctx);
  const link = row.toOrganizationId
    ? linkTo("/provider/:org/referrals/:id", { org: organizationId, id: referralId }, address)
    : linkTo("/intake/sent/:id", { id: referralId }, address);
  return { notice, link };
}

/** Each person of an organization has a link of their own to answer with: whose answer it is, is known. */
async function toEachAnswerer(
  ctx: Ctx,
  row: OutboxMessage,
  recipients: MailRecipient[],
  facts: MailFacts & { referralId: string },
): Promise<Addressed[]> {
  const { referralId, ...common } = facts;
  const address = await readAddress(ctx);
  const mails: Addressed[] = [];
  for (const { email, locale, membershipId } of recipients) {
    const tokenOf = (linkId: string) => secretOf("answer-link", linkId);
    const token = await writeAnswerLink(ctx, { referralId, outboxId: row.id, membershipId, tokenOf });
    const answerLink = token && linkTo("/answer/:token", { token }, address);
    mails.push({ to: [email], facts: { ...common, locale, answerLink } });
  }
  return mails;
}

async function toFamily(ctx: Ctx, householdId: string, facts: MailFacts): Promise<Addressed> {
  const made = await mailFamilyLink(ctx, {
    householdId,
    tokenOf: (linkId) => secretOf("family-link", linkId),
  });
  if (!made) return { to: [], facts };
  const locale = made.language.startsWith("es") ? "es" : "en";
  const link = linkTo("/:lang/my/:token", { lang: locale, token: made.token }, await readAddress(ctx));
  return { to: [made.email], facts: { ...facts, locale, link } };
}

/** The listings that can still be confirmed; nobody is written to when somebody was faster. */
async function aboutListings(ctx: Ctx, params: Params, facts: MailFacts): Promise<Partial<Addressed>> {
  const checkIds = (params.checkIds ?? "").split(",");
  const told = await mailListingChecks(ctx, { checkIds, tokenOf: (id) => secretOf("listing-check", id) });
  const { timeZone } = await readJurisdiction(ctx);
  const language = facts.locale.startsWith("es") ? "es" : "en";
  const words = wordsIn(language, "mail", { timeZone, now: ctx.clock.now() });
  const { t } = words;
  const address = await readAddress(ctx);
  const check = (token: string) => linkTo("/check/:token", { token }, address);
  const blocks = told.map(({ token, listing }) => ({
    heading: nameInWords(words, listing).name,
    lines: factsInWords(words, listing),
    actions: [
      { label: t("listing-check.stillRight"), href: check(token) },
      { label: t("listing-check.changed"), href: `${check(token)}#changed` },
    ],
  }));
  if (blocks.length === 0) return { to: [] };
  const again = told.some((one) => one.turn > 1);
  return { facts: { ...facts, check: { blocks, again, field: params.field ?? null } } };
}

function accessLink(template: TemplateName, params: Params, address: string): string | null {
  if (template === "password-reset" && params.resetId)
    return linkTo("/reset/:token", { token: secretOf(template, params.resetId) }, address);
  if (template === "test-mail") return linkTo("/admin/outbox", {}, address);
  if (template === "passkey-added") return linkTo("/account", {}, address);
  if (template === "invitation" && params.invitationId)
    return linkTo("/invitation/:token", { token: secretOf(template, params.invitationId) }, address);
  return null;
}

async function aboutReferral(
  ctx: Ctx,
  row: OutboxMessage,
  recipients: MailRecipient[],
  facts: MailFacts & { referralId: string },
): Promise<Addressed[]> {
  const { referralId, locale } = facts;
  const { notice, link } = await referralLink(ctx, row, referralId);
  const due = dueInWords(notice.dueAt, notice.timeZone, locale);
  const told = { ...facts, number: notice.number, due, link };
  if (row.toOrganizationId && answerable.includes(facts.template))
    return toEachAnswerer(ctx, row, recipients, told);
  return [{ to: recipients.map(({ email }) => email), facts: told }];
}

/** A sealed organization is told whom somebody invites into it, and where its manager takes that back. */
async function aboutSealedSeat(
  ctx: Ctx,
  row: OutboxMessage,
  invitedId: string,
  facts: MailFacts,
): Promise<MailFacts> {
  const { jurisdictionId } = ctx.actor;
  const invited = await ctx.tx.invitation.findFirst({ where: { id: invitedId, jurisdictionId } });
  const org = row.toOrganizationId ?? undefined;
  const link = linkTo("/provider/:org/team", { org }, await readAddress(ctx));
  return { ...facts, link, invited: invited?.email ?? "" };
}

/** A second step was reset: the person learns by whom and signs in anew, who did it learns whose. */
async function aboutSecondStep(ctx: Ctx, colleagueId: string, facts: MailFacts): Promise<MailFacts> {
  const colleague = await ctx.tx.user.findUnique({ where: { id: colleagueId }, select: { name: true } });
  const link = facts.template === "second-step-reset" ? linkTo("/sign-in", {}, await readAddress(ctx)) : null;
  return { ...facts, link, colleague: colleague?.name ?? "" };
}

/** Reads, by ids, the mails that one outbox row becomes: to whom, in which language, with which link. Null: no such template. */
export async function gatherMailFacts(ctx: Ctx, row: OutboxMessage): Promise<Addressed[] | null> {
  if (!isTemplateName(row.template)) return null;
  const params = row.params as Params;
  const { title } = await readJurisdiction(ctx);
  const recipients = await resolveMailRecipients(ctx, row);
  const locale = recipients[0]?.locale ?? row.locale;
  const none = { link: null, answerLink: null, number: null, due: null };
  const facts: MailFacts = { template: row.template, locale, title, ...none };
  if (familyTemplates.includes(row.template)) return [await toFamily(ctx, params.householdId ?? "", facts)];
  const { referralId } = params;
  if (referralId) return aboutReferral(ctx, row, recipients, { ...facts, referralId });
  const to = recipients.map(({ email }) => email);
  if (params.checkIds) return [{ to, facts, ...(await aboutListings(ctx, params, facts)) }];
  if (params.claimId) {
    const { claimId } = params;
    const { organizationName: organization, reason } = await readClaimNotice(ctx, { claimId });
    return [{ to, facts: { ...facts, organization, reason } }];
  }
  if (params.invitedId) return [{ to, facts: await aboutSealedSeat(ctx, row, params.invitedId, facts) }];
  if (params.colleagueId) return [{ to, facts: await aboutSecondStep(ctx, params.colleagueId, facts) }];
  const address = await readAddress(ctx);
  if (params.organizationId)
    return [{ to, facts: { ...facts, link: linkTo("/intake/follow-ups", {}, address) } }];
  if (params.serviceIds) {
    const blocks = await programBlocks(ctx, params.serviceIds.split(","), locale, address);
    return [{ to: blocks.length > 0 ? to : [], facts: { ...facts, programs: blocks } }];
  }
  const { claimKey } = params;
  if (claimKey) {
    const lang = locale.startsWith("es") ? "es" : "en";
    const link = linkTo("/:lang/claim/:key", { lang, key: claimKey }, address);
    return [{ to, facts: { ...facts, link } }];
  }
  const link = accessLink(row.template, params, address);
  return [{ to, facts: { ...facts, link } }];
}
