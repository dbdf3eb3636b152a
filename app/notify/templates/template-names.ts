/** Every mail there is. The words are under the same name in app/locales/LANG/mail.json. */
const templateNames = [
  "referral-sent",
  "referral-answered",
  "referral-question",
  "referral-reply",
  "referral-reminder",
  "referral-expired",
  "referral-withdrawn",
  "referral-withdrawal-asked",
  "referral-contact-changed",
  "listing-check",
  "listing-concern",
  "family-link",
  "family-news",
  "password-reset",
  "invitation",
  "sealed-invitation",
  "second-step-reset",
  "second-step-was-reset",
  "passkey-added",
  "claim-refused",
  "organization-suspended",
  "organization-restored",
  "suggestion-decided",
  "organization-invited",
  "program-details",
  "test-mail",
] as const;
export type TemplateName = (typeof templateNames)[number];

export function isTemplateName(name: string): name is TemplateName {
  return (templateNames as readonly string[]).includes(name);
}

/** Mails to a family: a neutral sender, no program, the private link. */
export const familyTemplates: readonly TemplateName[] = ["family-link", "family-news"];

/** Mails about a person's own access: an unsubscription does not stop them. */
export const securityTemplates: readonly TemplateName[] = [
  "password-reset",
  "invitation",
  "second-step-reset",
  "second-step-was-reset",
  "passkey-added",
];

/** Mails to people who have no account: they claimed an organization or suggested a change. */
export const outsideTemplates: readonly TemplateName[] = [
  "claim-refused",
  "suggestion-decided",
  "organization-invited",
];

/** Notices to a provider that carry a link to answer with, while the referral waits for an answer. */
export const answerable: readonly TemplateName[] = ["referral-sent", "referral-reply", "referral-reminder"];
