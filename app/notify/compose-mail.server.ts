import { render } from "@react-email/render";
import { familyTemplates, outsideTemplates, type TemplateName } from "./templates/template-names";
import { removeMarks } from "~/domain/kernel/remove-marks";
import { Letter, type LetterBlock, type LetterWords } from "./templates/letter";
import { languageOfLocale } from "~/locales/languages";
import { translate } from "~/locales/translator.server";

export type MailFacts = {
  template: TemplateName;
  locale: string;
  /** The jurisdiction's title; not shown to a family. */
  title: string;
  link: string | null;
  /** Answers the referral without signing in. */
  answerLink: string | null;
  number: string | null;
  /** In words, in the jurisdiction's zone. */
  due: string | null;
  /** An organization's name and the agency's words about its claim; to people outside the portal. */
  organization?: string;
  reason?: string;
  /** Whom somebody invited into a sealed organization. */
  invited?: string;
  /** Who reset a second step, or whose was reset. */
  colleague?: string;
  /** The listings a check asks about, with their facts and links. */
  /** Programs that a caller takes along. */
  programs?: LetterBlock[];
  check?: { blocks: LetterBlock[]; again: boolean; field: string | null };
};
export type ComposedMail = { subject: string; html: string; text: string; senderName: string };

/** A mail that asks about listings: one block each, with its two links. */
function checkLetter(facts: MailFacts, check: NonNullable<MailFacts["check"]>): LetterWords {
  const t = translate(languageOfLocale(facts.locale), "mail");
  const words = (part: string, values = {}) => t(`${facts.template}.${part}` as never, values);
  const asks = facts.template === "listing-check";
  return {
    locale: facts.locale.startsWith("es") ? "es" : "en",
    sender: facts.title,
    heading: words(asks && check.again ? "again" : "heading", { count: check.blocks.length }),
    paragraphs: [words("body", { field: asks ? "" : words(`field.${check.field ?? "other"}`) })],
    blocks: check.blocks,
    footer: [t("aboutListings")],
  };
}

/** To answer at once comes before signing in to see. */
function actionsOf(
  { link, answerLink }: MailFacts,
  label: string,
  t: ReturnType<typeof translate>,
): Pick<LetterWords, "action" | "also"> {
  const see = link ? { label, href: link } : undefined;
  if (!answerLink) return { action: see };
  return { action: { label: t("answer.action"), href: answerLink, note: t("answer.note") }, also: see };
}

function lettered(facts: MailFacts): LetterWords {
  if (facts.check) return checkLetter(facts, facts.check);
  const t = translate(languageOfLocale(facts.locale), "mail");
  const own = (part: string) =>
    t(`${facts.template}.${part}` as never, {
      number: facts.number ?? "",
      due: facts.due ?? "",
      organization: facts.organization ?? "",
      reason: facts.reason ?? "",
      invited: facts.invited ?? "",
      colleague: facts.colleague ?? "",
    });
  const family = familyTemplates.includes(facts.template);
  const outside = outsideTemplates.includes(facts.template);
  return {
    locale: facts.locale.startsWith("es") ? "es" : "en",
    sender: family || facts.programs ? t("neutralSender") : facts.title,
    heading: own("heading"),
    paragraphs: [
      own("body"),
      ...(facts.due && facts.template === "referral-sent" ? [own("due")] : []),
      ...(facts.reason ? [own("reason")] : []),
    ],
    ...actionsOf(facts, own("action"), t),
    blocks: facts.programs,
    footer:
      family || facts.programs
        ? [t("familyFooter")]
        : outside
          ? [t("outsideFooter")]
          : [t("noDetails"), t("whyYou")],
  };
}

/** A mail's subject, HTML and text, in the reader's language; nothing of a family is in any of them. */
export async function composeMail(facts: MailFacts): Promise<ComposedMail> {
  const letter = lettered(facts);
  const element = Letter(letter);
  const drawn = await Promise.all([render(element), render(element, { plainText: true })]);
  const [html = "", text = ""] = drawn.map(removeMarks);
  return { subject: removeMarks(letter.heading), html, text, senderName: letter.sender };
}
