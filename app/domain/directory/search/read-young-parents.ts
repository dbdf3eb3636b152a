const parents = new Set("mom mother dad father parent mama madre papa padre".split(" "));
const youngest = 12;
const oldest = 19;

const isYoung = (number: string | undefined) =>
  number !== undefined && /^\d{2}$/.test(number) && Number(number) >= youngest && Number(number) <= oldest;

/**
 * Positions of a parent told with their own age under 20: "16 yo mom", "17-year-old father", "mom is 16", "mamá de 16 años". "Mom of 16 yo" has
 * a child of sixteen, and "mamá de 2 hijos de 16 años" too. Empty when there is none.
 */
export function youngParents(words: readonly string[]): number[] {
  for (const [at, word] of words.entries()) {
    if (!parents.has(word)) continue;
    const [one = "", two = "", three = ""] = words.slice(at + 1, at + 4);
    if (one === "de" && isYoung(two) && three === "anos") return [at, at + 1, at + 2, at + 3];
    if (["is", "aged", "age", "tiene"].includes(one) && isYoung(two)) {
      const unit = /^(anos|years?|yrs?|yo|y\/o)$/.test(three);
      return [at, at + 1, at + 2, ...(unit ? [at + 3] : [])];
    }
    const joined = /^(\d{2})-?(?:yo|y\/o|yrs?|years?)(?:-old)?$/;
    const back = words.slice(Math.max(0, at - 3), at);
    const from = back.findIndex((_, i) => {
      const said = back.slice(i).join("-");
      return isYoung(joined.exec(said)?.[1]);
    });
    if (from >= 0)
      return Array.from({ length: back.length - from + 1 }, (_, i) => at - back.length + from + i);
  }
  return [];
}
