import type { CallView as Call } from "~/domain/households/call-views";
import type { SearchCriteria } from "~/domain/directory/search/search-criteria";
import { childAges } from "~/locales/child-ages";
import { languageLabel } from "~/locales/language-name";
import type { Words } from "~/locales/words";
import type { DoneView } from "./describe-done.server";
import type { CallView, DraftView, PanelView } from "./view";

const text = (value: unknown) => (typeof value === "string" ? value : "");

/**
 * The refer panel's fields as they were last typed; for a further program, what the family said for the one before. What
 * would help was said for one `program`, and is in no other's draft.
 */
export function draftOf(call: Call, language: "en" | "es", program?: string): DraftView {
  const { draft, family } = call;
  const script = text(draft.script) || (family?.language ?? "") || language;
  return {
    name: text(draft.name) || (family?.caregiverName ?? ""),
    phone: text(draft.phone) || (family?.phone ?? ""),
    way: text(draft.way) || (family?.contactWay ?? "call"),
    messageOk:
      draft.messageOk === undefined
        ? (family?.messageOk ?? false)
        : draft.messageOk === "on" || draft.messageOk === true,
    help: program !== undefined && text(draft.program) === program ? text(draft.help) : "",
    script: script === "es" ? "es" : "en",
  };
}

export type FamilyKnown = PanelView["known"];

/** What the call knows of the family besides the form: from the family itself, else from the search. */
export function familyKnown(call: Call, criteria: SearchCriteria | null): FamilyKnown {
  const { family } = call;
  const zip = criteria?.place?.kind === "zip" ? criteria.place.code : null;
  const ages = criteria?.childAgesMonths ?? [];
  return {
    // Where a search looks is not where the family lives, once that is known.
    postalCode: family?.postalCode ?? zip,
    childAgesMonths: ages.length > 0 ? ages : (family?.childAgesMonths ?? []),
    language: criteria?.languages[0] ?? family?.language ?? "en",
    interpreter: family?.interpreter ?? false,
  };
}

/** A searched language is the family's; a family's own stays when nothing was searched. */
function factsOf(words: Words, call: Call, known: FamilyKnown, criteria: SearchCriteria | null) {
  const { t } = words;
  const { name } = draftOf(call, words.language);
  const help = text(call.draft.help);
  const somebody = name ? t("about.parent", { name }) : t("about.family");
  const language = criteria?.languages[0] ?? call.family?.language;
  const ages = known.childAgesMonths;
  const facts: [string, string | null][] = [
    ["caller", call.caller === "family" ? somebody : t("about.other")],
    ["near", known.postalCode ?? criteria?.place?.label ?? null],
    ["language", language ? languageLabel(words, language) : null],
    [
      "children",
      ages.length > 0 ? t("about.children", { count: ages.length, ages: childAges(words, ages) }) : null,
    ],
    ["words", help ? `“${help}”` : null],
  ];
  return facts.flatMap(([key, said]) => (said ? [{ key, label: t(`aside.${key}`), words: said }] : []));
}

/** The strip's one line: who is calling stands beside it already, so here only the name. */
function aboutOf(facts: { key: string; words: string }[], name: string): string | null {
  const rest = facts.filter(({ key }) => key !== "words" && key !== "caller").map((fact) => fact.words);
  return [name, ...rest].filter(Boolean).join(" · ") || null;
}

/** The call in words: the strip's one line, the side's facts, and what was done in it. */
export function describeCall(
  words: Words,
  call: Call,
  criteria: SearchCriteria | null,
  done: readonly DoneView[],
  now: Date,
): CallView {
  const facts = factsOf(words, call, familyKnown(call, criteria), criteria);
  return {
    id: call.id,
    line: call.line,
    caller: call.caller,
    ended: call.endedAt !== null,
    elapsedSeconds: Math.max(
      0,
      Math.round(((call.endedAt ?? now).getTime() - call.startedAt.getTime()) / 1000),
    ),
    about: aboutOf(facts, draftOf(call, words.language).name),
    facts: facts.map(({ label, words: said }) => ({ label, words: said })),
    done: done.map(({ id, title, organization, state, when }) => ({
      id,
      title,
      words: [state, organization, when].filter(Boolean).join(" · "),
    })),
  };
}
