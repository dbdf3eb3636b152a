/** What workers type, in the places where the synthetic services stand: one line a call, taken by turns. */
const needs = [
  "parenting",
  "food pantry",
  "counseling",
  "child care",
  "housing",
  "home visiting",
  "support group",
  "diapers",
];
const zips = [
  "21215",
  "20002",
  "19134",
  "08611",
  "23220",
  "17101",
  "21740",
  "15208",
  "24016",
  "19801",
  "26501",
  "21801",
];
const tails = ["spanish evening", "", "free", "child 3", "evening child 5 months", "spanish", "weekend"];

export const searchLines: readonly string[] = Array.from({ length: 48 }, (_, at) =>
  [needs[at % needs.length], zips[(at * 5) % zips.length], tails[at % tails.length]].join(" ").trim(),
);

/** Around Baltimore, which lies in the whole and in the tenth of the region alike. */
export const growthLines: readonly string[] = Array.from({ length: 24 }, (_, at) =>
  [needs[at % needs.length], ["21215", "21201", "21222"][at % 3], tails[at % tails.length]].join(" ").trim(),
);
