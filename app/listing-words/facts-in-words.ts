import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { capital } from "~/locales/language-name";
import type { Words } from "~/locales/words";
import { toldInWords } from "./freshness-in-words";
import { agesInWords } from "./ages-in-words";
import { costInWords } from "./cost-in-words";
import { hoursInWords } from "./hours-in-words";
import { languagesInWords } from "./languages-in-words";
import { phoneInWords } from "./phone-in-words";
import { addressInWords } from "./place-in-words";
import { roomInWords } from "./room-in-words";

/** The facts that a listing is read by, in the order they are said. */
const factKeys = ["room", "phone", "when", "where", "languages", "ages", "cost"] as const;
export type FactKey = (typeof factKeys)[number];
export interface FactLine {
  key: FactKey;
  label: string;
  value: string;
}

function valueOf(words: Words, listing: ListingResult, key: FactKey): string | null {
  switch (key) {
    case "room":
      return [roomInWords(words, listing).words, toldInWords(words, listing)].filter(Boolean).join(". ");
    case "phone":
      return phoneInWords(words, listing.card);
    case "when":
      return hoursInWords(words, listing);
    case "where":
      return addressInWords(words, listing);
    case "languages":
      return languagesInWords(words, listing.facts);
    case "ages": {
      const ages = agesInWords(words, listing.facts);
      return ages && capital(words, ages);
    }
    case "cost":
      return costInWords(words, listing);
  }
}

/**
 * What a listing says, a line a fact, each beside its label: for whoever keeps it (the mail that asks, its page, the
 * provider's strip) and for whoever refers. A fact that is not given says so, in `missing`.
 */
export function factsInWords(
  words: Words,
  listing: ListingResult,
  missing = words.t("listing:notGiven"),
): FactLine[] {
  return factKeys.map((key) => ({
    key,
    label: words.t(`listing:label.${key}`),
    value: valueOf(words, listing, key) ?? missing,
  }));
}
