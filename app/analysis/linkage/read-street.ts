/** A street line in the words that are compared. `isHousehold` is false for a box, a shelter or no address at all. */
export type Street = { number: string | null; street: string | null; unit: string | null };

const nowhere: Street = { number: null, street: null, unit: null };
const noHousehold =
  /\b(p\.? ?o\.? ?box|post office box|general delivery|homeless|unhoused|shelter|mission|motel|hotel|transient|no (fixed )?address|unknown|confidential|c\/o|rr \d+ box)\b/;
const unitWords =
  /\s(?:apartment|apt|unit|suite|ste|room|rm|trailer|trlr|lot|fl|floor|#)\.?\s*#?\s*([a-z0-9-]+)\s*$/;
const short = new Map(
  Object.entries({
    street: "st",
    str: "st",
    avenue: "ave",
    av: "ave",
    road: "rd",
    drive: "dr",
    drv: "dr",
    lane: "ln",
    boulevard: "blvd",
    court: "ct",
    crt: "ct",
    place: "pl",
    circle: "cir",
    crescent: "cres",
    terrace: "ter",
    tce: "ter",
    parkway: "pkwy",
    highway: "hwy",
    square: "sq",
    trail: "trl",
    way: "wy",
    close: "cl",
    circuit: "cct",
    north: "n",
    south: "s",
    east: "e",
    west: "w",
    northeast: "ne",
    northwest: "nw",
    southeast: "se",
    southwest: "sw",
    saint: "st",
    mount: "mt",
    first: "1st",
    second: "2nd",
    third: "3rd",
  }),
);

/** Reads a street line, with or without the house number and the unit in it. Null parts are no evidence of a household. */
export function readStreet(raw: string): Street {
  const plain = raw.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  if (plain === "" || noHousehold.test(plain)) return nowhere;
  const unit = unitWords.exec(plain.replace(/,/g, " ").replace(/#/g, " # "));
  const line = unit ? plain.replace(/,/g, " ").replace(/#/g, " # ").slice(0, unit.index) : plain;
  const words = line.split(/[^\p{L}\d/-]+/u).filter((word) => word !== "" && word !== "-" && word !== "/");
  const number =
    words.length > 1 && /^\d+[a-z]?(-\d+)?$/.test(words[0] ?? "") ? (words.shift() ?? null) : null;
  const street = words.map((word) => short.get(word) ?? word).join(" ");
  return { number, street: street === "" ? null : street, unit: unit?.[1] ?? null };
}
