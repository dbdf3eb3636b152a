/** How places are written in a hurry, by word: short forms that mean one place wherever it is near. */
const short: Readonly<Record<string, string>> = {
  ...{ balt: "baltimore", balto: "baltimore", bmore: "baltimore", bawlmer: "baltimore" },
  ...{ philly: "philadelphia", phila: "philadelphia", phl: "philadelphia" },
  ...{ dc: "washington", nyc: "new york", sf: "san francisco", nola: "new orleans", chitown: "chicago" },
  ...{
    vegas: "las vegas",
    okc: "oklahoma city",
    slc: "salt lake city",
    atl: "atlanta",
    cincy: "cincinnati",
    indy: "indianapolis",
  },
  ...{ ft: "fort", mt: "mount", hts: "heights", spgs: "springs", twp: "township", cnty: "county" },
};
const counties: Readonly<Record<string, string>> = {
  ...{
    pg: "prince georges",
    aa: "anne arundel",
    moco: "montgomery",
    hoco: "howard",
    delco: "delaware",
    montco: "montgomery",
  },
};

/** A phrase (folded) as places are named: "balt co" is "baltimore county", "pg county" "prince georges county". */
export function spellPlace(phrase: string): string {
  const words = phrase.split(" ");
  const last = words.length > 1 && words.at(-1) === "co" ? [...words.slice(0, -1), "county"] : words;
  const [first = "", second] = last;
  if (second === "county" && counties[first]) return `${counties[first]} county`;
  if (last.length === 1 && counties[first] && first.endsWith("co")) return `${counties[first]} county`;
  return last.map((word) => short[word] ?? word).join(" ");
}
