import type { TFunction } from "i18next";

/** A sentence as its fixed pieces and, between them, the places of what is put in. */
type Pattern = { pieces: string[]; names: string[] };
type Options = Record<string, unknown>;

/** Counts choose the sentence, so each count has its own; beyond these a sentence is put together the slow way. */
const most = 10_000;
const mark = "\u0001";

/** What changes which sentence is meant, not what stands in it. */
const chooses = (name: string) => name === "count" || name === "context";

/** What of the options only i18next understands: another language, another answer, objects. */
const special = new Set([
  "lng",
  "lngs",
  "ns",
  "defaultValue",
  "returnObjects",
  "joinArrays",
  "ordinal",
  "postProcess",
  "keyPrefix",
]);

function patternOf(t: TFunction, key: string, options: Options): Pattern {
  const names = Object.keys(options).filter((name) => !chooses(name));
  const marked = Object.fromEntries(names.map((name, at) => [name, `${mark}${at}${mark}`]));
  const said = String(t(key, { ...options, ...marked })).split(mark);
  return {
    pieces: said.filter((_, at) => at % 2 === 0),
    names: said.filter((_, at) => at % 2 === 1).map((at) => names[Number(at)] ?? ""),
  };
}

/** What a sentence is remembered by; null for a question that only i18next can answer. */
function askedOf(key: unknown, options: unknown): string | null {
  if (typeof key !== "string" || typeof options !== "object" || options === null) return null;
  let asked = key;
  for (const name in options) {
    if (special.has(name)) return null;
    const value = (options as Options)[name];
    if (typeof value === "object" && value !== null) return null;
    asked += chooses(name) ? ` ${name}=${String(value)}` : ` ${name}`;
  }
  return asked;
}

const none: Options = {};

/**
 * `t`, but i18next looks a sentence up once, and later only what belongs there is put in: pages say the same sentences by
 * the dozen. Kept are our own words, never what was put in.
 */
export function rememberWords(t: TFunction): TFunction {
  const patterns = new Map<string, Pattern>();
  const slow = t as unknown as (...given: unknown[]) => unknown;
  const remember = (key: unknown, options: unknown = none, ...more: unknown[]): unknown => {
    const asked = askedOf(key, options);
    if (asked === null) return slow(key, options, ...more);
    let pattern = patterns.get(asked);
    if (!pattern) {
      pattern = patternOf(t, key as string, options as Options);
      if (patterns.size < most) patterns.set(asked, pattern);
    }
    let words = pattern.pieces[0] ?? "";
    for (const [at, name] of pattern.names.entries()) {
      const put = String((options as Options)[name] ?? "");
      const next = pattern.pieces[at + 1] ?? "";
      // "You said yes to Rosa T.": the stop of a shortened name is the sentence's too.
      words += put + (put.endsWith(".") && /^\.(?!\.)/.test(next) ? next.slice(1) : next);
    }
    return words;
  };
  return remember as unknown as TFunction;
}
