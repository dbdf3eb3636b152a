import { unsafeAtHome } from "./unsafe-at-home";

/** What a source says of a listing, as far as it may tell a victim service. */
export interface ListingSaid {
  organizationName: string;
  organizationDescription: string;
  name: string;
  /** With what its places say. */
  description: string;
  /** Names of its categories, and codes of our needs. */
  terms: readonly string[];
}
export const evidenceRules = ["name", "category", "shelter", "organization", "twin", "joined"] as const;
export interface Evidence {
  rule: (typeof evidenceRules)[number];
  /** The words that were found. */
  words: string;
}

const harm = [
  String.raw`(?:domestic|family|intimate[- ]partner|partner|relationship|dating|spous(?:e|al)) (?:violence|abuse)`,
  String.raw`batter(?:ed|ing) (?:wom[ae]n|spouses?|wives|partners?|persons?|individuals|immigrants)`,
  String.raw`victims? of (?:[a-z]+ ){0,4}battering`,
  String.raw`abused (?:wom[ae]n|spouses?|partners?|persons?)`,
  String.raw`abusive (?:relationships?|partners?|spouses?|husbands?|homes?)`,
  String.raw`(?:wom[ae]n|families|persons?|those) (?:fleeing|escaping) (?:abuse|violence)`,
  String.raw`sexual(?:ly)? (?:assault(?:ed)?|violence)|\brape (?:crisis|victims?|survivors?)`,
  String.raw`(?:human|sex) trafficking`,
  String.raw`violencia (?:dom[eé]stica|familiar|intrafamiliar|de pareja|de g[eé]nero|sexual|en (?:el hogar|la familia|la pareja))`,
  String.raw`(?:mujeres|personas|esposas|parejas) (?:maltratadas|golpeadas|abusadas|agredidas)`,
  String.raw`(?:agresi[oó]n|abuso) sexual|trata de personas`,
].join("|");
const refuge = [
  String.raw`(?<!animal |pet )\bshelters?\b|\bsafe[ -]?(?:house|home|haven|housing|place to stay)\b|\brefuge\b(?! for animals)`,
  String.raw`\b(?:transitional|supportive|emergency|crisis) (?:housing|homes?)\b|\b(?:24[- ]hour|crisis|emergency) (?:hot ?|help ?)?line\b|\bhotline\b`,
  String.raw`\b(?:refugio|albergue)s?\b|\bcasas? (?:segura|de acogida|refugio)s?\b|\bvivienda (?:segura|de transici[oó]n)\b`,
  String.raw`\bl[ií]nea (?:de (?:crisis|ayuda|emergencia)|directa)\b`,
].join("|");
const says = new RegExp(harm, "i");
/** Two words of one thing: in a sentence or the next, either way round; a list's items are not one thing. */
const near = new RegExp(`(?:${harm})[^;]{0,100}?(?:${refuge})|(?:${refuge})[^;]{0,100}?(?:${harm})`, "i");
/** People harmed, as those whom something is for. */
const survivors = new RegExp(
  `(?:survivors?|victims?|v[ií]ctimas|sobrevivientes) (?:of|de) (?:[a-z]+ ){0,3}(?:${harm})|(?:${harm}) (?:survivors?|victims?|crisis)`,
  "i",
);
/** Shelters that a program only drives to, refers to or visits. */
const elsewhere =
  /\b(?:liv(?:e|es|ing)|resid(?:e|es|ing)|stay(?:s|ing)?|referr(?:als?|ed)|transport(?:s|ation)?) (?:in|at|to|from)\b[^.;]{0,60}\bshelters?\b/gi;
/** Names of houses; such a house may be of another kind, then what is said of it tells. */
const houses = /\b(?:women'?s shelter|safe house|casa segura|refugio para mujeres|albergue para mujeres)\b/i;
const ofPeopleHarmed =
  /violen|batter|abused|rape|victim|survivor|v[ií]ctima|maltrat|shelter|refugio|albergue/i;
/** Categories that only such services have; those that say whom a service is for; and those of a bed. */
const categoryOfRefuge =
  /escape violence|(?:violence|abuse|battered|trafficking|violencia).*(?:shelter|refugio|hotline)|(?:shelter|refugio).*(?:violence|abused|battered|violencia)/i;
const categoryOfHarm = new RegExp(`${harm}|family_violence`, "i");
const categoryOfBed = /^(?:shelter|emergency shelter|safe housing|refugio|albergue)/i;
/** Offices whose address is public: a category alone says nothing of theirs. */
const publicOffice =
  /\b(?:law|legal|lawyers?|attorneys?|court|police|sheriff|hospital|medical|health|drug|alcohol|legales?|abogad[oa]s?|salud)\b/i;
/** A text's beginning says what it is about; later come the things it also does. */
const beginning = 200;

const firstOf = (pattern: RegExp, text: string): string | null =>
  pattern.exec(text)?.[0].replace(/\s+/g, " ").slice(0, 120) ?? null;

function nameEvidence({ name, organizationName, ...said }: ListingSaid): string | null {
  const names = `${name}; ${organizationName}`;
  const texts = `${said.description} ${said.organizationDescription}`.trim();
  const house = texts === "" || ofPeopleHarmed.test(texts) ? firstOf(houses, names) : null;
  return firstOf(says, names) ?? house;
}

/** A category of harm tells a victim service with a bed, or where the listing begins with it and is no public office's. */
function categoryEvidence({ name, organizationName, description, terms }: ListingSaid): string | null {
  const refuges = terms.find((term) => categoryOfRefuge.test(term));
  if (refuges !== undefined) return refuges;
  const bed = terms.some((term) => categoryOfBed.test(term));
  const about =
    says.test(description.slice(0, beginning)) && !publicOffice.test(`${name}; ${organizationName}`);
  return bed || about ? (terms.find((term) => categoryOfHarm.test(term)) ?? null) : null;
}

/** A listing that begins with the people it is for: "support for survivors of domestic violence", no public office's. */
function survivorsEvidence({ name, organizationName, description }: ListingSaid): string | null {
  if (publicOffice.test(`${name}; ${organizationName}`)) return null;
  return firstOf(survivors, description.slice(0, beginning));
}

/**
 * Why a listing may be a victim service's, in English or Spanish; none: nothing says so. Names and categories tell more than
 * a mention in a description, which counts only beside a bed or a crisis line.
 */
export function victimEvidence(said: ListingSaid): Evidence[] {
  const found: Evidence[] = [];
  const add = (rule: Evidence["rule"], words: string | null) => {
    if (words !== null) found.push({ rule, words });
  };
  add("name", nameEvidence(said));
  add("category", categoryEvidence(said));
  const { description } = said;
  add(
    "shelter",
    firstOf(near, description.replace(elsewhere, ";")) ??
      unsafeAtHome(description) ??
      survivorsEvidence(said),
  );
  const own = `${said.organizationName}. ${said.organizationDescription.slice(0, 600)}`;
  add(
    "organization",
    firstOf(near, own.replace(elsewhere, ";")) ?? unsafeAtHome(own) ?? firstOf(says, said.organizationName),
  );
  return found;
}

/** The organization itself is one, so every place of its. */
export const ofWholeOrganization = (reasons: readonly Evidence[]): boolean =>
  reasons.some(({ rule }) => rule === "organization" || rule === "twin");
