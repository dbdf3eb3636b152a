import type { listListingHistory } from "~/domain/directory/index.server";
import { ageInRange } from "~/listing-words/ages-in-words";
import { timeOfDayInWords } from "~/listing-words/hours-in-words";
import { modeInWords } from "~/listing-words/place-in-words";
import { languageName } from "~/locales/language-name";
import type { PlainWords, Words } from "~/locales/words";

type Change = Awaited<ReturnType<typeof listListingHistory>>["rows"][number];
export interface HistoryLine {
  id: string;
  when: string;
  what: string;
  before: string;
  after: string;
  who: string;
  canUndo: boolean;
}

/** A field of the history in words; what has none shows its HSDS name. */
export function fieldInWords({ t }: Pick<Words, "t">, field: string): string {
  const [root = "", language, name] = field.split(".");
  const key = root === "family_text" ? `${name}_${language}` : root;
  return t(`listing-review:field.${/^[a-z_0-9]+$/.test(key) ? key : "other"}`, { defaultValue: field });
}

/** A kept value in words: yes and no, states, openings, needs and languages; else as it is. */
export function valueInWords(words: PlainWords, field: string, value: string | null): string {
  const { t } = words;
  if (value === null) return t("listing-review:history.empty");
  if (value === "true" || value === "false") return t(value === "true" ? "common:yes" : "common:no");
  if (field === "listing_state" || field === "status")
    return t(`status:listing.${value === "active" ? "published" : value}`, { defaultValue: value });
  if (field === "address_visibility")
    return t(`provider-listings:answer.visibility.${value}`, { defaultValue: value });
  if (field === "capacity_status") return t(`listing:room.${value}`, { defaultValue: value });
  if (field === "need_codes") return codes(value, (code) => t(`needs:${code}`, { defaultValue: code }));
  if (field.endsWith("_languages")) return codes(value, (code) => languageName(words, code));
  if (field === "delivery_modes") return codes(value, (mode) => modeInWords(words, mode));
  if (field === "times_of_day") return codes(value, (time) => timeOfDayInWords(words, time));
  if (field.startsWith("child_age_")) return ageInRange(words, Number(value));
  return value;
}

function codes(value: string, say: (code: string) => string): string {
  return value.split(", ").map(say).join(", ");
}

const places: readonly string[] = ["location", "address", "accessibility"];

type LastCheck = Awaited<ReturnType<typeof listListingHistory>>["check"];

/** By whose word a listing was last found right, and when; null when nobody's is known. */
export function describeCheck({ t, format }: Words, check: LastCheck): string | null {
  if (!check) return null;
  const by = t(`listing-review:history.by.${check.changedBy}`, { defaultValue: check.changedBy });
  return t("listing-review:one.lastCheck", {
    who: [by, check.who].filter(Boolean).join(", "),
    day: format.date(check.at),
  });
}

/** One change, as a row of the history. Of a hidden place only that it changed is said. */
export function describeChange(words: Words, change: Change): HistoryLine {
  const { t, format } = words;
  const secret = places.includes(change.entity) && change.previous === null && change.replacement === null;
  const told = (value: string | null) =>
    secret ? t("listing-review:history.private") : valueInWords(words, change.field, value);
  const what = t(`listing-review:history.action.${change.action}`, { defaultValue: "" });
  const by = t(`listing-review:history.by.${change.changedBy}`, { defaultValue: change.changedBy });
  return {
    id: change.id,
    when: format.dateTime(change.at),
    what: [fieldInWords(words, change.field), what].filter(Boolean).join(" · "),
    before: told(change.previous),
    after: told(change.replacement),
    who: [by, change.who].filter(Boolean).join(", "),
    canUndo: change.canUndo,
  };
}
