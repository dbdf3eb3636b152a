/** What a name column says, in the letters that are compared. Every part is null where the column says nothing. */
export type FirstName = {
  /** The first word: "Mary" of "Mary Ann". */
  first: string | null;
  /** All words together: "maryann". */
  glued: string | null;
  /** The words after the first: "ann". */
  rest: string | null;
};
export type LastName = {
  /** Its parts in order of the alphabet, so that either order of two surnames is the same. */
  name: string | null;
  glued: string | null;
  /** First and last part as written; `second` is null where there is one. */
  part: string | null;
  second: string | null;
  suffix: string | null;
};

const suffixes = new Map([
  ["jr", "jr"],
  ["junior", "jr"],
  ["sr", "sr"],
  ["senior", "sr"],
  ["ii", "ii"],
  ["2nd", "ii"],
  ["iii", "iii"],
  ["3rd", "iii"],
  ["iv", "iv"],
  ["4th", "iv"],
]);
const titles = new Set(["mr", "mrs", "ms", "miss", "dr", "rev", "sra", "srta"]);
/** Words that say that nobody knew the name, or that the child had none yet. */
const noNames = new Set(
  "unknown unk unkown unnamed none noname na nfn nln fnu lnu baby babyboy babygirl boy girl infant newborn unborn male female test xxx refused deceased anonymous child".split(
    " ",
  ),
);
const particles = new Set(
  "de del la las los da das do dos di du der den van von y e el al bin ibn".split(" "),
);
/** Glued to what follows: "Mc Donald", "O Brien". */
const prefixes = new Set(["mc", "mac", "o", "d", "st"]);

/** Digits typed for letters: O, L, S. */
const letters = new Map([
  ["0", "o"],
  ["1", "l"],
  ["5", "s"],
]);

function wordsOf(raw: string): string[] {
  const plain = raw.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const joined = plain.replace(/['’‘`´.]/g, "").replace(/ß/g, "ss");
  return joined
    .split(/[^\p{L}\d]+/u)
    .map((word) =>
      suffixes.has(word)
        ? word
        : word.replace(/[015]/g, (digit) => letters.get(digit) ?? "").replace(/\d/g, ""),
    )
    .filter((word) => word !== "");
}

const orNull = (words: string[], between = ""): string | null =>
  words.length === 0 ? null : words.join(between);

/** A generational suffix: jr, sr, ii, iii, iv, or null. */
export function readSuffix(raw: string): string | null {
  return wordsOf(raw).flatMap((word) => suffixes.get(word) ?? [])[0] ?? null;
}

/** A first or middle name. "Baby Boy", "Unknown" and the like are no names. */
export function readFirstName(raw: string): FirstName {
  const words = wordsOf(raw).filter((word) => !titles.has(word) && !suffixes.has(word));
  if (isNoName(words)) return { first: null, glued: null, rest: null };
  const [first = "", ...rest] = words;
  return { first, glued: orNull(words), rest: orNull(rest) };
}

const isNoName = (words: string[]): boolean =>
  words.every((word) => noNames.has(word)) || noNames.has(words.join("")) || /^x+$/.test(words.join(""));

function joinPrefixes(words: string[]): string[] {
  return words.reduce<string[]>((parts, word) => {
    const before = parts.at(-1);
    if (before !== undefined && prefixes.has(before)) return [...parts.slice(0, -1), before + word];
    return [...parts, word];
  }, []);
}

/** A surname: its parts without particles ("de la"), split at spaces and hyphens, and a suffix written with it. */
export function readLastName(raw: string): LastName {
  const words = wordsOf(raw);
  const suffix = words.slice(1).flatMap((word) => suffixes.get(word) ?? [])[0] ?? null;
  const said = joinPrefixes(words.filter((word, at) => !titles.has(word) && !(at > 0 && suffixes.has(word))));
  if (isNoName(said)) return { name: null, glued: null, part: null, second: null, suffix };
  const kept = said.filter((word) => !particles.has(word));
  const parts = kept.length === 0 ? said : kept;
  return {
    name: orNull([...new Set(parts)].sort(), " "),
    glued: orNull(said),
    part: parts[0] ?? null,
    second: parts.length > 1 ? (parts.at(-1) ?? null) : null,
    suffix,
  };
}
