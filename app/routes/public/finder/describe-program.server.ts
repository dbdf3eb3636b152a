import { getPublishedListings, readProgram } from "~/domain/directory/index.server";
import { addressLine } from "~/listing-words/place-in-words";
import { evidenceInWords, whoInWords } from "~/listing-words/who-in-words";
import { plainText } from "~/domain/directory/editing/plain-text";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { listAnswering } from "~/domain/organizations/index.server";
import { describeCard } from "../../listing-card/describe-card.server";
import type { FinderWords } from "./finder-words.server";

/** Text in the page's language, or in English with its mark. */
export interface ToldText {
  text: string;
  language: string;
}
type Listing = Awaited<ReturnType<typeof getPublishedListings>>[number];

function told(
  words: FinderWords,
  listing: Listing,
  part: "summary" | "expect" | "bring",
  fallback: string,
): ToldText | null {
  const own = listing.card.familyText[words.language]?.[part];
  if (own) return { text: plainText(own), language: words.language };
  const english = listing.card.familyText["en"]?.[part] || fallback;
  return english ? { text: plainText(english), language: "en" } : null;
}

function addressOf({ card }: Listing): string | null {
  if (card.hidden || !card.address) return null;
  return addressLine(card.address) || null;
}

/** "Usually 20 visits or meetings over 26 weeks. Each takes about 60 minutes." */
function lengthInWords(
  { t }: FinderWords,
  { plannedSessions, plannedMinutes }: Listing["details"],
  weeks: number | null,
) {
  const long =
    plannedSessions && weeks
      ? t("listing:who.length", { sessions: plannedSessions, weeks })
      : weeks
        ? t("listing:who.lengthWeeks", { weeks })
        : null;
  const each = plannedMinutes ? t("listing:who.minutes", { count: plannedMinutes }) : null;
  return [long, each].filter(Boolean).join(" ") || null;
}

/** A program's page: its card, and the answers to a family's questions. Throws NotFound. */
export async function describeProgram(ctx: Ctx, words: FinderWords, slug: string) {
  const [listing] = await getPublishedListings(ctx, { slugs: [slug] });
  if (!listing) throw new NotFound();
  const { card, details, organizationId } = listing;
  const answering = await listAnswering(ctx, { organizationIds: [organizationId] });
  const program = await readProgram(ctx, { serviceId: listing.serviceId });
  const like = [
    told(words, listing, "summary", details.description),
    told(words, listing, "expect", ""),
  ].filter((one) => one !== null);
  const bring = told(words, listing, "bring", details.documents.join("\n"));
  return {
    card: describeCard(words, listing, answering),
    like,
    bring,
    who: details.eligibilityDescription ? plainText(details.eligibilityDescription) : null,
    whoFacts: whoInWords(words, card, { staff: false }),
    evidence: evidenceInWords(words, card),
    fidelity: details.fidelityReviewedOn
      ? words.t("listing:who.fidelity", { day: words.format.date(details.fidelityReviewedOn, "year") })
      : null,
    partOf: program && { id: program.id, name: plainText(program.name) },
    length: lengthInWords(words, details, card.plannedWeeks),
    report: details.mandatedReporterStatement ? plainText(details.mandatedReporterStatement) : null,
    join: details.applicationProcess ? plainText(details.applicationProcess) : null,
    address: addressOf(listing),
    alert: details.alert ? plainText(details.alert) : null,
    release: card.needsSignedRelease,
    imported: listing.freshness.review === "not_checked",
    otherPlaces: listing.otherPlaces,
    onlyEnglish: words.language !== "en" && like.every((one) => one.language === "en"),
  };
}
export type ProgramView = Awaited<ReturnType<typeof describeProgram>>;
