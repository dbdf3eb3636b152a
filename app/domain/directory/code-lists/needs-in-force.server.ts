import type { Ctx } from "../../kernel/context";
import { needs } from "../needs/needs";
import { endedTerms } from "./ended-terms.server";
import { isTelling } from "./telling-phrases";
import { foldWords } from "../search/plain-words";
import type { Reading } from "../search/fact-words";
import { keyOf, searchWords, type Topic } from "../search/search-words";
import { situations } from "../situations/situations";

/** The needs as a jurisdiction has them: its own names and words, and which are no longer offered. */
export type NeedsInForce = {
  /** Names that differ from ours, by language and code. */
  names: Record<"en" | "es", ReadonlyMap<string, string>>;
  /** Offered in forms; a deprecated one stays on old listings and is found. */
  offered: readonly string[];
  /** What a deprecated need is read as, where it has been replaced. */
  replacedBy: ReadonlyMap<string, string>;
  /** Phrases (folded) of the jurisdiction and of loaded categories, beside our own. */
  words: ReadonlyMap<string, Reading>;
  /** What phrases of its own situations are looked for by. */
  topics: ReadonlyMap<string, Topic>;
};

const kept = new Map<string, { version: number; needs: NeedsInForce }>();

type Entry = {
  list: string;
  code: string;
  nameEn: string | null;
  nameEs: string | null;
  synonymsEn: string[];
  synonymsEs: string[];
  words: string[];
  needCodes: string[];
  deprecatedAt: Date | null;
  replacedBy: string | null;
};

/** A replacement may have been replaced since; a circle ends where it began. */
function finalReplacement(code: string, entries: ReadonlyMap<string, Entry>): string | null {
  const seen = new Set([code]);
  let at = entries.get(code);
  let last: string | null = null;
  while (at?.deprecatedAt && at.replacedBy && !seen.has(at.replacedBy)) {
    last = at.replacedBy;
    seen.add(last);
    at = entries.get(last);
  }
  return last;
}

/** A phrase as a line is compared with it, also by its key. */
const keysOf = (phrase: string): string[] => {
  const key = keyOf(phrase);
  return [foldWords(phrase), ...(key === null ? [] : [key])];
};

/** What a line is read as the need by: its names and words, but what is everyday words only. */
const saidOf = ({ nameEn, nameEs, synonymsEn, synonymsEs }: Entry): string[] =>
  [nameEn, nameEs, ...synonymsEn, ...synonymsEs].flatMap((phrase) =>
    phrase !== null && isTelling(phrase) ? [phrase] : [],
  );

/** What a person of the jurisdiction wrote about a situation, with ours where it is one of ours. */
function situationTopics(rows: readonly Entry[]): [string[], Topic, Reading][] {
  return rows.flatMap((row) => {
    const ours = situations.find(({ code }) => code === row.code);
    if (row.deprecatedAt) return [];
    const needs = [...new Set([...row.needCodes, ...(ours?.needs ?? [])])];
    const topic = { words: [...row.words, ...(ours?.words ?? [])], needs, aside: ours?.aside ?? false };
    const own = [...row.synonymsEn, ...row.synonymsEs].filter(isTelling);
    const phrases = [...own, ...(ours?.en ?? []), ...(ours?.es ?? [])];
    const reading: Reading = needs[0] ? { kind: "need", value: needs[0] } : { kind: "words", value: "" };
    return [[phrases.flatMap(keysOf), topic, reading] as [string[], Topic, Reading]];
  });
}

function combine(all: Entry[], terms: { name: string; needCodes: string[] }[]): NeedsInForce {
  const rows = all.filter(({ list }) => list === "need");
  const topics = new Map<string, Topic>();
  const entries = new Map(rows.map((row) => [row.code, row]));
  const words = new Map<string, Reading>();
  for (const {
    name,
    needCodes: [value],
  } of terms) {
    const phrase = foldWords(name)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    if (value && phrase.length > 2 && !searchWords.has(phrase)) words.set(phrase, { kind: "need", value });
  }
  // What a person of the jurisdiction wrote goes before ours and before a category's title.
  for (const row of rows)
    for (const phrase of saidOf(row)) words.set(foldWords(phrase), { kind: "need", value: row.code });
  for (const row of rows) {
    const own = needs.find(({ code }) => code === row.code)?.en ?? [];
    for (const phrase of saidOf(row))
      for (const key of keysOf(phrase)) topics.set(key, { words: own, needs: [row.code], aside: false });
  }
  for (const [keys, topic, reading] of situationTopics(all.filter(({ list }) => list === "situation")))
    for (const key of keys) {
      topics.set(key, topic);
      if (!searchWords.has(key)) words.set(key, reading);
    }
  const named = (pick: (row: Entry) => string | null) =>
    new Map(rows.flatMap((row) => (pick(row) ? [[row.code, pick(row) ?? ""] as const] : [])));
  const ended = needs.map(({ code }) => code).filter((code) => entries.get(code)?.deprecatedAt);
  return {
    names: { en: named((row) => row.nameEn), es: named((row) => row.nameEs) },
    offered: needs.map(({ code }) => code).filter((code) => !ended.includes(code)),
    replacedBy: new Map(
      ended.flatMap((code) => {
        const to = finalReplacement(code, entries);
        return to ? [[code, to] as const] : [];
      }),
    ),
    words,
    topics,
  };
}

/** The version of the jurisdiction's code lists: it goes up with every change. */
async function listsVersion(ctx: Ctx): Promise<number> {
  const row = await ctx.tx.jurisdiction.findUnique({
    where: { id: ctx.actor.jurisdictionId },
    select: { codeListsVersion: true },
  });
  return row?.codeListsVersion ?? 0;
}

/**
 * The needs in force in the actor's jurisdiction. Kept in memory until their version goes up, so that a change holds at once in
 * every process; `version` spares the one small read when the caller has it already.
 */
export async function needsInForce(ctx: Ctx, version?: number): Promise<NeedsInForce> {
  const { jurisdictionId } = ctx.actor;
  const now = version ?? (await listsVersion(ctx));
  const known = kept.get(jurisdictionId);
  if (known?.version === now) return known.needs;
  const combined = await readNeeds(ctx);
  kept.set(jurisdictionId, { version: now, needs: combined });
  return combined;
}

/** The same, read anew and not kept: for a change that is still to be made, or taken back. */
export async function readNeeds(ctx: Ctx): Promise<NeedsInForce> {
  const { jurisdictionId } = ctx.actor;
  const rows = await ctx.tx.codeListEntry.findMany({
    where: { jurisdictionId, list: { in: ["need", "situation"] } },
    orderBy: { code: "asc" },
  });
  const terms = await ctx.tx.taxonomyTerm.findMany({
    where: { jurisdictionId: null, deprecatedAt: null, needCodes: { isEmpty: false } },
    select: { id: true, name: true, needCodes: true },
    orderBy: { id: "asc" },
  });
  const ended = await endedTerms(ctx);
  const byId = new Map(terms.map((term) => [term.id, term]));
  // The name of a term used no more is read as what replaces it.
  const inForce = terms.flatMap((term) => {
    if (!ended.has(term.id)) return [term];
    const replacement = byId.get(ended.get(term.id) ?? "");
    return replacement ? [{ ...replacement, name: term.name }] : [];
  });
  return combine(rows, inForce);
}

/** Codes as they are to be read now: a deprecated one as its replacement, each once. */
export function readAsNow(
  codes: readonly string[],
  { replacedBy }: Pick<NeedsInForce, "replacedBy">,
): string[] {
  return [...new Set(codes.map((code) => replacedBy.get(code) ?? code))];
}
