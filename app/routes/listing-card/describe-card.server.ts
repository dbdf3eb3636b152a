import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { dialAddress } from "~/domain/directory/reading/phone-number";
import type { FoundListing } from "~/domain/directory/search/found-listing";
import { plainText } from "~/domain/directory/editing/plain-text";
import { agesInWords } from "~/listing-words/ages-in-words";
import { costSentence } from "~/listing-words/cost-in-words";
import { freshnessInWords } from "~/listing-words/freshness-in-words";
import { hoursInWords } from "~/listing-words/hours-in-words";
import { languagesInWords } from "~/listing-words/languages-in-words";
import { nameInWords } from "~/listing-words/name-in-words";
import { phoneInWords } from "~/listing-words/phone-in-words";
import { placeSentence } from "~/listing-words/place-in-words";
import { askAreaInWords } from "~/listing-words/reasons-in-words";
import { roomInWords } from "~/listing-words/room-in-words";
import { saidInWords } from "~/listing-words/said-in-words";
import { forWhom } from "~/listing-words/who-in-words";
import type { Words } from "~/locales/words";
import type { CardLine, CardView } from "./card-view";

function whereLine(words: Words, listing: FoundListing): CardLine {
  const { card, facts } = listing;
  const icon = card.hidden ? "shield" : facts.deliveryModes.includes("home") ? "home" : "pin";
  const ask = askAreaInWords(words, listing);
  return { icon, words: [placeSentence(words, listing), ask && `${ask}.`].filter(Boolean).join(" ") };
}

function whoLine(words: Words, { card, facts }: ListingResult): CardLine {
  const { t } = words;
  const ages = agesInWords(words, facts);
  const said = [
    languagesInWords(words, facts) ?? t("listing:languages.ask"),
    card.childcareOnSite && `${t("listing:childcare")}.`,
    ages && t("listing:ages.forChildren", { ages }),
    forWhom(words, card),
  ];
  return { icon: "globe", words: said.filter(Boolean).join(" ") };
}

const canAsk = ({ card, facts, freshness }: ListingResult, answers: boolean) =>
  answers &&
  card.acceptsReferrals &&
  facts.serviceId !== "" &&
  card.acceptsSelfReferral !== false &&
  !card.needsSignedRelease &&
  freshness.review !== "stale";

/**
 * A result as a family's card in one language. Text that is only in another language says in which. `answering` holds
 * the organizations where somebody answers; of any other the phone is all that is offered.
 */
export function describeCard(words: Words, listing: FoundListing, answering: ReadonlySet<string>): CardView {
  const { card } = listing;
  const { name, language } = nameInWords(words, listing);
  const phone = phoneInWords(words, card);
  const { tone, words: room } = roomInWords(words, listing);
  return {
    id: listing.serviceId,
    slug: card.slug,
    name,
    nameLanguage: language,
    organization: plainText(card.organizationName),
    says: saidInWords(words, listing),
    room: { tone, words: room },
    lines: [
      whereLine(words, listing),
      { icon: "calendar", words: hoursInWords(words, listing) ?? words.t("listing:time.ask") },
      whoLine(words, listing),
      { icon: "check", words: costSentence(words, listing) },
    ],
    phone:
      phone && card.phone
        ? { words: phone, href: dialAddress(card.phone.number, card.phone.extension) }
        : null,
    canAsk: canAsk(listing, answering.has(listing.organizationId)),
    checked: freshnessInWords(words, listing),
    stale: listing.freshness.review === "stale",
  };
}
