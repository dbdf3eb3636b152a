import { foldWords } from "../search/plain-words";
import { countiesCalled, isCity } from "./county-places";
import { stateOfFips, stateOfWords } from "./us-states";

/** "Baltimore County MD" as its name and state. */
function withoutState(words: string): { name: string; state: string | null } {
  for (const length of [1, 2, 3]) {
    const cut = words.split(/[\s,]+/);
    const last = cut.slice(-length).join(" ");
    const state = cut.length > length ? stateOfWords(last, foldWords(last).trim()) : null;
    if (state) return { name: cut.slice(0, -length).join(" "), state };
  }
  return { name: words, state: null };
}

/**
 * The code of a county named without any place to be near of: "Baltimore County, MD", "Harford County". Null when no county of
 * the country is called so, or several are and no state is said. A city that is a county of its own is called "Baltimore city".
 */
export function countyOfName(words: string): string | null {
  const { name, state } = withoutState(words.trim());
  const folded = foldWords(name)
    .replace(/[^a-z0-9 ]/g, "")
    .trim();
  const bare = folded.replace(/ (county|parish|city)$/, "").replace(/^condado (de )?/, "");
  const city = / city$/.test(folded);
  const found = [...countiesCalled(bare), ...(city ? countiesCalled(folded) : [])]
    .filter(({ fips }) => state === null || stateOfFips(fips) === state)
    .filter(({ fips }) => (city ? isCity(fips) : bare === folded || !isCity(fips)));
  return found.length === 1 ? (found[0]?.fips ?? null) : null;
}
