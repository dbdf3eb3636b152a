import type { Reading } from "./fact-words";
import { deniedNeed } from "./read-denied-need";

const nots = new Set([
  "no",
  "not",
  "non",
  "sin",
  "without",
  "isnt",
  "arent",
  "wasnt",
  "dont",
  "doesnt",
  "didnt",
  "ningun",
  "ninguna",
  "nada",
  "ni",
  "nor",
]);
const joining = new Set(
  "a any in de need want to speak speaks hablo habla una un the be have necesito quiero".split(" "),
);
/** A language that alone is a wish to learn it. */
const tongues: ReadonlyMap<string, Reading> = new Map([["ingles", { kind: "language", value: "en" }]]);
const verbs = new Set(["speak", "speaks", "hablo", "habla"]);
const churches = new Set(
  "church churches religious religion faith faith-based christian catholic iglesia iglesias religioso religiosa religion religiosos cristiano cristiana catolica catolico".split(
    " ",
  ),
);

/** "No violence, no drugs": what a worker asked about and was told is not so. "No food" and "no car" are wishes. */
const deniable: ReadonlySet<string> = new Set(["family_violence", "substance_use"]);

export interface NegationsRead {
  without: "religious"[];
  used: Set<number>;
}

/**
 * What a line says it does not want or have, by word positions: "no church", "not free ok", "no spanish". A programme of
 * a congregation is left out; violence and drugs that are denied are no wish, nor is what is said not to be wanted (`deniedNeed`); a denied fact (free, a language, a time) is no wish for it; "no food" and "no car" are
 * needs and stay. `factOf` tells what a word or phrase stands for as a fact.
 */
export function readNegations(
  words: readonly string[],
  factOf: (phrase: string) => Reading | undefined,
): NegationsRead {
  const read: NegationsRead = { without: [], used: new Set() };
  words.forEach((word, at) => {
    if (!nots.has(word)) return;
    let next = at + 1;
    // "No habla, hablo español": one verb may stand between, the second begins something else.
    const joins = (word: string) =>
      joining.has(word) && !(verbs.has(word) && verbs.has(words[next - 1] ?? ""));
    while (next <= at + 3 && joins(words[next] ?? "") && !factOf(words.slice(next, next + 2).join(" ")))
      next += 1;
    if (verbs.has(words[next] ?? "")) return;
    const denied = words[next] ?? "";
    const fact = tongues.get(denied) ?? factOf(denied) ?? factOf(words.slice(next, next + 2).join(" "));
    const span = (end: number) => {
      for (let position = at; position <= end; position += 1) read.used.add(position);
    };
    const need = [3, 2, 1].find((length) =>
      deniable.has(factOf(words.slice(next, next + length).join(" "))?.value ?? ""),
    );
    const last = deniedNeed(words, at);
    if (need) span(next + need - 1);
    else if (last !== null) span(last);
    else if (churches.has(denied)) {
      read.without = ["religious"];
      span(next);
    } else if (fact && ["language", "cost", "time", "mode"].includes(fact.kind)) {
      const length = tongues.has(denied) || factOf(denied) ? 0 : 1;
      span(
        words[next + length + 1] === "ok" || words[next + length + 1] === "okay"
          ? next + length + 1
          : next + length,
      );
    }
  });
  return read;
}
