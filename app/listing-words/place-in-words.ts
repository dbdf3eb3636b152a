import { plainText } from "~/domain/directory/editing/plain-text";
import type { OutsideCounty } from "~/domain/directory/places/outside-county";
import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { mileNumbers } from "~/locales/intl-names";
import { capital } from "~/locales/language-name";
import type { Words } from "~/locales/words";

type Say = Pick<Words, "t" | "language">;
type Placed = Pick<ListingResult, "card" | "facts" | "match"> & { outside?: OutsideCounty | null };
type Street = { street?: string | null; city?: string | null; postalCode?: string | null };

/** How it is given, inside a sentence. */
export const modeInWords = ({ t }: Pick<Say, "t">, mode: string) => t(`listing:mode.${mode}`);

/** "1 Charles Street, Baltimore 21201" */
export function addressLine({ street, city, postalCode }: Street): string {
  return plainText([street, [city, postalCode].filter(Boolean).join(" ")].filter(Boolean).join(", "));
}

/** One decimal; what is closer than a mile is not told apart, since points may stand for a ZIP. */
export function milesInWords({ t, language }: Say, count: number): string {
  const shown = Number(count.toFixed(1));
  return t("listing:place.milesShort", { count: shown, number: mileNumbers(language).format(shown) });
}

function nearness(words: Say, { card, match }: Placed, short: boolean): string | null {
  if (card.hidden || match.miles === null) return null;
  if (match.miles < 1) return words.t(short ? "listing:place.nearShort" : "listing:place.near");
  const away = milesInWords(words, match.miles);
  return short ? away : words.t("listing:place.miles", { miles: away });
}

/** "in Harford County", "in York County, PA"; null inside the jurisdiction's own. */
function outsideInWords({ t }: Say, { outside }: Placed): string | null {
  if (!outside) return null;
  return [t(`listing:place.outside.${outside.kind}`, { name: outside.name }), outside.state]
    .filter(Boolean)
    .join(", ");
}

/** Where it is, in a row: "2.1 miles, comes to the home". */
export function placeInRow(words: Say, listing: Placed): string {
  const { t } = words;
  const { card, facts } = listing;
  const mode = ["home", "video", "phone"].find((one) => facts.deliveryModes.includes(one));
  const how = mode === "home" ? t("listing:place.comesHomeShort") : mode && modeInWords(words, mode);
  const place = card.hidden
    ? t("listing:place.hiddenShort")
    : (nearness(words, listing, true) ?? card.address?.city);
  return [place, outsideInWords(words, listing), how].filter(Boolean).join(", ");
}

/** Where it is, as sentences for a family. */
export function placeSentence(words: Say, listing: Placed): string {
  const { t } = words;
  const { card, facts } = listing;
  const modes = facts.deliveryModes;
  if (card.hidden) return t("listing:place.hidden");
  const part = facts.areaTracts?.length ? t("listing:place.part") : null;
  const outside = outsideInWords(words, listing);
  const inCounty = (said: string) => (outside ? `${said.replace(/\.$/, "")}, ${outside}.` : said);
  if (modes.includes("home")) return [inCounty(t("listing:place.comesHome")), part].filter(Boolean).join(" ");
  const town = card.address?.city ? t("listing:place.town", { town: plainText(card.address.city) }) : null;
  const elsewhere = modes.includes("phone") ? t("listing:place.byPhone") : t("listing:place.ask");
  const bus = card.transportation
    ? t("listing:place.transport", { words: plainText(card.transportation) })
    : null;
  const online = modes.includes("video") ? t("listing:place.orOnline") : null;
  const where = nearness(words, listing, false) ?? town;
  return [where ? inCounty(where) : elsewhere, bus, online, part].filter(Boolean).join(" ");
}

/** The address and how it is given, beside the word "Where"; null: nobody said. Of a hidden place there is no word. */
export function addressInWords(words: Say, { card, facts }: Omit<Placed, "match">): string | null {
  if (card.hidden) return capital(words, words.t("listing:place.hiddenShort"));
  const modes = facts.deliveryModes.map((mode) => capital(words, modeInWords(words, mode)));
  return [addressLine(card.address ?? {}), ...modes].filter(Boolean).join(" · ") || null;
}
