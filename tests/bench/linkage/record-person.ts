import type { Draw } from "./draw";
import { calledAtHome, lasts, streets } from "./family-names";
import { dayText, type Home, type Person } from "./make-family";

/** Rates of what goes wrong or is left out, each for one record; `noise` 2 doubles them. */
const rates = {
  atHome: 0.06,
  byMiddle: 0.02,
  slip: 0.03,
  newSurname: 0.02,
  oneSurname: 0.2,
  hyphen: 0.3,
  noDate: 0.03,
  wrongDate: 0.025,
  letterDate: 0.002,
  noPhone: 0.2,
  noMiddle: 0.3,
  wrongSex: 0.006,
  noSex: 0.02,
  swapped: 0.005,
  unnamed: 0.002,
  noAddress: 0.04,
  box: 0.01,
  noSuffix: 0.3,
} as const;

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** A letter changed, dropped, doubled, or two in each other's place. */
function slip(draw: Draw, text: string): string {
  if (text.length < 3) return text;
  const at = 1 + draw.below(text.length - 1);
  const [head, here, rest] = [text.slice(0, at), text[at] ?? "", text.slice(at + 1)];
  const kind = draw.below(4);
  if (kind === 0) return head + alphabet[draw.below(26)]! + rest;
  if (kind === 1) return head + rest;
  if (kind === 2) return head + here + here + rest;
  return head.slice(0, -1) + here + head.slice(-1) + rest;
}

function slipDate(draw: Draw, text: string): string {
  const [year = "", month = "", day = ""] = text.split("-");
  const kind = draw.below(3);
  if (kind === 0 && Number(day) <= 12) return `${year}-${day}-${month}`;
  if (kind === 1) return `${String(Number(year) + (draw.isOneIn(0.5) ? 1 : -1))}-${month}-${day}`;
  return `${year}-${month}-${String(1 + draw.below(28)).padStart(2, "0")}`;
}

const titled = (text: string): string => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** The cells of one record of a person at a home, in the order of `recordColumns`. */
export function recordPerson(draw: Draw, person: Person, home: Home, noise: number): string[] {
  const happens = (rate: keyof typeof rates): boolean => draw.isOneIn(rates[rate] * noise);
  let { first, middle, last } = person;
  if (happens("atHome")) first = calledAtHome.get(first) ?? first;
  else if (middle !== null && happens("byMiddle"))
    [first, middle] = [middle, draw.isOneIn(0.5) ? first : null];
  if (happens("slip")) first = slip(draw, first);
  if (last.includes(" ") && happens("oneSurname")) last = draw.pick(last.split(" "));
  if (person.sex === "f" && person.mother < 0 && happens("newSurname")) last = draw.pickCommon(lasts);
  if (happens("slip")) last = slip(draw, last);
  if (last.includes(" ") && happens("hyphen")) last = last.replace(" ", "-");
  if (happens("swapped")) [first, last] = [last, first];
  if (person.mother >= 0 && happens("unnamed")) first = person.sex === "f" ? "Baby Girl" : "Baby Boy";
  let born = dayText(person.born);
  if (happens("wrongDate")) born = slipDate(draw, born);
  if (happens("letterDate")) born = born.replace(/0/, "O");
  const sex = happens("wrongSex") ? (person.sex === "f" ? "M" : "F") : person.sex.toUpperCase();
  const hasAddress = !happens("noAddress");
  const street = happens("box") ? "PO Box 100" : streets[home.street]!;
  return [
    titled(first),
    middle === null || happens("noMiddle") ? "" : titled(draw.isOneIn(0.5) ? middle[0]! : middle),
    titled(last),
    person.suffix === null || happens("noSuffix") ? "" : person.suffix,
    happens("noDate") ? "" : born,
    happens("noSex") ? "" : sex,
    hasAddress ? String(home.number) : "",
    hasAddress ? titled(street) : "",
    hasAddress ? (home.unit ?? "") : "",
    home.zip,
    happens("noPhone") ? "" : home.phone,
  ];
}

export const recordColumns = {
  first: "first_name",
  middle: "middle_name",
  last: "last_name",
  suffix: "suffix",
  born: { role: "birth_date", format: "yyyy-MM-dd" },
  sex: "sex",
  house: "street_number",
  street: "street",
  unit: "unit",
  zip: "postcode",
  phone: "phone",
} as const;
