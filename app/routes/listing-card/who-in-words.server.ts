import { type WhoFact, whoFacts } from "~/domain/directory/eligibility/eligibility-rules";
import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { plainText } from "~/domain/directory/editing/plain-text";
import type { CardWords } from "./describe-card.server";

type Words = Pick<CardWords, "t" | "format">;

/** Codes of a rule as a list: "mothers and grandparents". */
export function codesInWords({ t, format }: Words, kind: string, codes: readonly string[]): string {
  return format.list(codes.map((code) => t(`public:who.code.${kind}.${code}`)));
}

function factInWords(words: Words, { kind, key, codes, params, note }: WhoFact): string {
  const list = codesInWords(words, kind, codes);
  const capital = list.charAt(0).toUpperCase() + list.slice(1);
  const said =
    key === "note"
      ? ""
      : words.t(`public:who.${key}`, { list: kind === "pregnancy" ? capital : list, ...params });
  return [said, note ? plainText(note) : ""].filter(Boolean).join(" ");
}

/** Everyone whom a program says it is for, and whom it is not for, a sentence each. Candidacy is for staff. */
export function whoInWords(
  words: Words,
  card: ListingResult["card"],
  { staff }: { staff: boolean },
): string[] {
  const { t } = words;
  return [
    ...whoFacts(card.who)
      .filter(({ kind }) => staff || kind !== "candidacy")
      .map((fact) => factInWords(words, fact)),
    ...(card.separateIntakeForFathers ? [t("public:who.fathersApart")] : []),
    ...(card.dvSafeIntake ? [t("public:who.dvSafe")] : []),
    ...(card.noIdAccepted === null ? [] : [t(card.noIdAccepted ? "public:who.noId" : "public:who.idNeeded")]),
  ].filter(Boolean);
}

/** For whom it is stated to be, for a card; nothing when it is anyone or nobody said. */
export function forWhom(words: Words, card: ListingResult["card"]): string | null {
  const roles = card.who.find(({ kind }) => kind === "caregiver_role");
  const [fact] = roles ? whoFacts([{ ...roles, note: null }]) : [];
  if (!fact || fact.codes.includes("anyone")) return null;
  return words.t("public:card.forRole", { list: codesInWords(words, "caregiver_role", fact.codes) });
}

const named = new Set(["well_supported", "supported", "promising", "not_currently"]);

/** The rating of the model a program follows, with what it was rated in, when, and where to read it. */
export function evidenceInWords({ t, format }: Words, card: ListingResult["card"]) {
  const { evidence, modelName } = card;
  if (!evidence || !named.has(evidence.rating)) return null;
  const rating = t(`public:who.rating.${evidence.rating}`);
  const words =
    modelName && evidence.area && evidence.reviewedOn
      ? t("public:who.evidenceLine", {
          model: plainText(modelName),
          rating,
          area: t(`public:who.area.${evidence.area}`),
          day: format.date(evidence.reviewedOn, "year"),
        })
      : t("public:who.evidenceShort", { rating });
  return { words, href: evidence.url && /^https?:\/\//.test(evidence.url) ? evidence.url : null };
}
