import { type WhoFact, whoFacts } from "~/domain/directory/eligibility/eligibility-rules";
import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { plainText } from "~/domain/directory/editing/plain-text";
import { capital } from "~/locales/language-name";
import type { Words } from "~/locales/words";

type Say = Pick<Words, "t" | "format" | "language">;

/** One code of a rule, inside a sentence. */
export const codeInWords = ({ t }: Pick<Words, "t">, kind: string, code: string) =>
  t(`listing:who.code.${kind}.${code}`);

/** Codes of a rule as a list: "mothers and grandparents". */
export function codesInWords(
  words: Pick<Words, "t" | "format">,
  kind: string,
  codes: readonly string[],
): string {
  return words.format.list(codes.map((code) => codeInWords(words, kind, code)));
}

function factInWords(words: Say, { kind, key, codes, params, note }: WhoFact): string {
  const list = codesInWords(words, kind, codes);
  const said =
    key === "note"
      ? ""
      : words.t(`listing:who.${key}`, {
          list: kind === "pregnancy" ? capital(words, list) : list,
          ...params,
        });
  return [said, note ? plainText(note) : ""].filter(Boolean).join(" ");
}

/** Everyone whom a program says it is for, and whom it is not for, a sentence each. Candidacy is for staff. */
export function whoInWords(words: Say, card: ListingResult["card"], { staff }: { staff: boolean }): string[] {
  const { t } = words;
  return [
    ...whoFacts(card.who)
      .filter(({ kind }) => staff || kind !== "candidacy")
      .map((fact) => factInWords(words, fact)),
    ...(card.separateIntakeForFathers ? [t("listing:who.fathersApart")] : []),
    ...(card.dvSafeIntake ? [t("listing:who.dvSafe")] : []),
    ...(card.noIdAccepted === null
      ? []
      : [t(card.noIdAccepted ? "listing:who.noId" : "listing:who.idNeeded")]),
  ].filter(Boolean);
}

/** For whom it is stated to be, for a card; nothing when it is anyone or nobody said. */
export function forWhom(words: Say, card: ListingResult["card"]): string | null {
  const roles = card.who.find(({ kind }) => kind === "caregiver_role");
  const [fact] = roles ? whoFacts([{ ...roles, note: null }]) : [];
  if (!fact || fact.codes.includes("anyone")) return null;
  return words.t("listing:who.caregiver_role", { list: codesInWords(words, "caregiver_role", fact.codes) });
}

const named = new Set(["well_supported", "supported", "promising", "not_currently"]);

/** The rating of the model a program follows, with what it was rated in, when, and where to read it. */
export function evidenceInWords({ t, format }: Pick<Words, "t" | "format">, card: ListingResult["card"]) {
  const { evidence, modelName } = card;
  if (!evidence || !named.has(evidence.rating)) return null;
  const rating = t(`listing:who.rating.${evidence.rating}`);
  const words =
    modelName && evidence.area && evidence.reviewedOn
      ? t("listing:who.evidenceLine", {
          model: plainText(modelName),
          rating,
          area: t(`listing:who.area.${evidence.area}`),
          day: format.date(evidence.reviewedOn, "year"),
        })
      : t("listing:who.evidenceShort", { rating });
  return { words, href: evidence.url && /^https?:\/\//.test(evidence.url) ? evidence.url : null };
}
