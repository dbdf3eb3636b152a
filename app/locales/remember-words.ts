import type { TFunction } from "i18next";
import type { Language, Namespace } from "./languages";
import { translate } from "./translator.server";

/** A sentence as its fixed pieces and, between them, the places of what is put in. */
type Pattern = { pieces: string[]; names: string[] };

const patterns = new Map<string, Pattern>();
/** Counts choose the sentence, so each count has its own; beyond these a sentence is put together the slow way. */
const most = 10_000;
const mark = "\u0001";

/** What changes which sentence is meant, not what stands in it. */
const chooses = (name: string) => name === "count" || name === "context";

function patternOf(t: TFunction, key: string, options: Record<string, unknown>): Pattern {
  const names = Object.keys(options).filter((name) => !chooses(name));
  const marked = Object.fromEntries(names.map((name, at) => [name, `${mark}${at}${mark}`]));
  const said = String(t(key, { ...options, ...marked })).split(mark);
  return {
    pieces: said.filter((_, at) => at % 2 === 0),
    names: said.filter((_, at) => at % 2 === 1).map((at) => names[Number(at)] ?? ""),
  };
}

/**
 * `t` for what rows of a page say by the dozen: i18next looks a sentence up once, and later only puts in what belongs
 * there. Kept are our own words, never what was put in.
 */
export function rememberWords(language: Language, namespace: Namespace): TFunction {
  const t = translate(language, namespace);
  const none = {};
  const remember = (key: string, options: Record<string, unknown> = none): string => {
    let asked = `${language} ${namespace} ${key}`;
    for (const name in options) asked += chooses(name) ? ` ${name}=${String(options[name])}` : ` ${name}`;
    let pattern = patterns.get(asked);
    if (!pattern) {
      pattern = patternOf(t, key, options);
      if (patterns.size < most) patterns.set(asked, pattern);
    }
    let words = pattern.pieces[0] ?? "";
    for (const [at, name] of pattern.names.entries())
      words += String(options[name] ?? "") + (pattern.pieces[at + 1] ?? "");
    return words;
  };
  return remember as TFunction;
}
