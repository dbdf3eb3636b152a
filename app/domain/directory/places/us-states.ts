import { foldWords } from "../search/plain-words";

/** Two letters, FIPS prefix, English name; other names people use after "/". */
const table =
  "AL 01 Alabama;AK 02 Alaska;AZ 04 Arizona;AR 05 Arkansas;CA 06 California;CO 08 Colorado;CT 09 Connecticut;DE 10 Delaware;" +
  "DC 11 District of Columbia/Distrito de Columbia;FL 12 Florida;GA 13 Georgia;HI 15 Hawaii;ID 16 Idaho;IL 17 Illinois;" +
  "IN 18 Indiana;IA 19 Iowa;KS 20 Kansas;KY 21 Kentucky;LA 22 Louisiana/Luisiana;ME 23 Maine;MD 24 Maryland;" +
  "MA 25 Massachusetts;MI 26 Michigan;MN 27 Minnesota;MS 28 Mississippi;MO 29 Missouri;MT 30 Montana;NE 31 Nebraska;" +
  "NV 32 Nevada;NH 33 New Hampshire;NJ 34 New Jersey/Nueva Jersey;NM 35 New Mexico/Nuevo Mexico;NY 36 New York/Nueva York;" +
  "NC 37 North Carolina/Carolina del Norte;ND 38 North Dakota/Dakota del Norte;OH 39 Ohio;OK 40 Oklahoma;OR 41 Oregon;" +
  "PA 42 Pennsylvania/Pensilvania;RI 44 Rhode Island;SC 45 South Carolina/Carolina del Sur;" +
  "SD 46 South Dakota/Dakota del Sur;TN 47 Tennessee;TX 48 Texas;UT 49 Utah;VT 50 Vermont;VA 51 Virginia;" +
  "WA 53 Washington;WV 54 West Virginia/Virginia Occidental;WI 55 Wisconsin;WY 56 Wyoming;PR 72 Puerto Rico";

const byFips = new Map<string, string>();
const byName = new Map<string, string>();
const codes = new Set<string>();
for (const entry of table.split(";")) {
  const [code = "", fips = "", ...name] = entry.split(" ");
  codes.add(code);
  byFips.set(fips, code);
  for (const one of name.join(" ").split("/")) byName.set(foldWords(one), code);
}

/** Two letters that are also everyday words in English or Spanish count as a state only in capitals. */
const alsoWords = new Set("AL CO DE HI ID IN LA MA ME MI OH OK OR PA".split(" "));

/** The state a word or phrase names: its two letters, or null. */
export function stateOfWords(typed: string, folded: string): string | null {
  const named = byName.get(folded);
  if (named) return named;
  const code = folded.toUpperCase();
  if (!codes.has(code)) return null;
  return alsoWords.has(code) && typed !== code ? null : code;
}

/** The state of a five-digit county code. */
export function stateOfFips(fips: string): string | null {
  return byFips.get(fips.slice(0, 2)) ?? null;
}
