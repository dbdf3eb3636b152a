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
import { pathTo } from "~/paths";
import type { MailFacts } from "./compose-mail.server";
import { answerable, familyTemplates, isTemplateName, type TemplateName } from "./templates/template-names";

type MailRecipient = Awaited<ReturnType<typeof resolveMailRecipients>>[number];

export type Addressed = {
  to: string[];
  facts: MailFacts;
  /** Part of the link that must not be kept. */
  secret: string | null;
};

type Params = {
  checkIds?: string;
  field?: string;
  referralId?: string;
  householdId?: string;
  resetId?: string;
  invitationId?: string;
  claimId?: string;
  organizationId?: string;
};

function origin(): string {
  const { PUBLIC_ORIGIN, PORT } = env();
  return new URL(PUBLIC_ORIGIN ?? `http://localhost:${PORT}`).origin;
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

/** The page that an act on a referral happens on: the provider's, or the sender's follow-ups. */
async function referralLink(ctx: Ctx, row: OutboxMessage, referralId: string) {
  const notice = await readReferralNotice(ctx, { referralId });
  const { organizationId } = notice;
  const path = row.toOrganizationId
    ? pathTo("/provider/:org/referrals/:id", { org: organizationId, id: referralId })
    : pathTo("/intake/follow-ups");
  return { notice, link: origin() + path };
}

/** Whoever may read the outbox must not answer for a provider; the demo has no other post. */
const hidden = (token: string | null) => (env().UPSTREAM_DEMO ? null : token);

/** Each person of an organization has a link of their own to answer with: whose answer it is, is known. */
async function toEachAnswerer(
  ctx: Ctx,
  row: OutboxMessage,
  recipients: MailRecipient[],
  facts: MailFacts & { referralId: string },
): Promise<Addressed[]> {
  const { referralId, ...common } = facts;
  const mails: Addressed[] = [];
  for (const { email, locale, membershipId } of recipients) {
    const tokenOf = (linkId: string) => secretOf("answer-link", linkId);
    const token = await writeAnswerLink(ctx, { referralId, outboxId: row.id, membershipId, tokenOf });
    const answerLink = token && `${origin()}${pathTo("/answer/:token", { token })}`;
    mails.push({ to: [email], facts: { ...common, locale, answerLink }, secret: hidden(token) });
  }
  return mails;
}

async function toFamily(ctx: Ctx, householdId: string, facts: MailFacts): Promise<Addressed> {
  const made = await mailFamilyLink(ctx, {
    householdId,
    tokenOf: (linkId) => secretOf("family-link", linkId),
  });
  if (!made) return { to: [], facts, secret: null };
  const locale = made.language.startsWith("es") ? "es" : "en";
  const link = `${origin()}${pathTo("/:lang/my/:token", { lang: locale, token: made.token })}`;
  return { to: [made.email], facts: { ...facts, locale, link }, secret: made.token };
}

/** The listings that can still be confirmed; nobody is written to when somebody was faster. */
async function aboutListings(ctx: Ctx, params: Params, facts: MailFacts): Promise<Partial<Addressed>> {
  const checkIds = (params.checkIds ?? "").split(",");
  const told = await mailListingChecks(ctx, { checkIds, tokenOf: (id) => secretOf("listing-check", id) });
  const { timeZone } = await readJurisdiction(ctx);
  const language = facts.locale.startsWith("es") ? "es" : "en";
  const words = wordsIn(language, "mail", { timeZone, now: ctx.clock.now() });
  const { t } = words;
  const blocks = told.map(({ token, listing }) => ({
    heading: nameInWords(words, listing).name,
    lines: factsInWords(words, listing),
    actions: [
      { label: t("listing-check.stillRight"), href: `${origin()}${pathTo("/check/:token", { token })}` },
      { label: t("listing-check.changed"), href: `${origin()}${pathTo("/check/:token", { token })}#changed` },
    ],
  }));
  if (blocks.length === 0) return { to: [] };
  const check = { blocks, again: told.some((one) => one.turn > 1), field: params.field ?? null };
  return { facts: { ...facts, check } };
}

function accessLink(template: TemplateName, params: Params): string | null {
  if (template === "password-reset" && params.resetId)
    return `${origin()}${pathTo("/reset/:token", { token: secretOf(template, params.resetId) })}`;
  if (template === "invitation" && params.invitationId) {
    return `${origin()}${pathTo("/invitation/:token", { token: secretOf(template, params.invitationId) })}`;
  }
  return null;
}

/** A kept mail is read by administrators, who must not open a colleague's reset link; the demo has no other post. */
function keptFromOutbox(template: TemplateName, params: Params): string | null {
  if (template !== "password-reset" || !params.resetId || env().UPSTREAM_DEMO) return null;
  return secretOf(template, params.resetId);
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
  return [{ to: recipients.map(({ email }) => email), facts: told, secret: null }];
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
  if (params.checkIds) return [{ to, facts, secret: null, ...(await aboutListings(ctx, params, facts)) }];
  if (params.claimId) {
    const { claimId } = params;
    const { organizationName: organization, reason } = await readClaimNotice(ctx, { claimId });
    return [{ to, facts: { ...facts, organization, reason }, secret: null }];
  }
  if (params.organizationId)
    return [{ to, facts: { ...facts, link: `${origin()}${pathTo("/intake/follow-ups")}` }, secret: null }];
  const link = accessLink(row.template, params);
  return [{ to, facts: { ...facts, link }, secret: keptFromOutbox(row.template, params) }];
}
