import type { Draw } from "./draw";
import { boys, girls, lasts, spanishLast } from "./family-names";

/** One person as they are. `mother` is the number of the mother, or -1. Days count from 1970. */
export type Person = {
  number: number;
  mother: number;
  first: string;
  middle: string | null;
  last: string;
  suffix: string | null;
  born: number;
  sex: "m" | "f";
};
export type Home = { number: number; street: number; unit: string | null; zip: string; phone: string };
export type Family = { number: number; people: Person[]; home: Home };

const lastDay = 20_400;
const yearDays = 365;

const isoOf = (days: number): Date => new Date(days * 86_400_000);
export const dayText = (days: number): string => isoOf(days).toISOString().slice(0, 10);

export function makeHome(draw: Draw): Home {
  return {
    number: 1 + draw.below(4000),
    street: draw.below(3000),
    unit: draw.isOneIn(0.25) ? String(1 + draw.below(40)) : null,
    zip: String(21_000 + draw.below(400)),
    phone: `${410 + draw.below(3)}${String(2_000_000 + draw.below(7_900_000))}`,
  };
}

function makePerson(draw: Draw, number: number, sex: "m" | "f", last: string, born: number): Person {
  const names = sex === "f" ? girls : boys;
  const middle = draw.isOneIn(0.8) ? draw.pickCommon(names) : null;
  return { number, mother: -1, first: draw.pickCommon(names), middle, last, suffix: null, born, sex };
}

const anySex = (draw: Draw): "m" | "f" => (draw.isOneIn(0.5) ? "f" : "m");

/** Children of one mother have different names, none of them another's middle name. */
function makeChildren(
  draw: Draw,
  first: number,
  { mother, father, last, twins }: { mother: Person; father: Person; last: string; twins: number },
): Person[] {
  const children: Person[] = [];
  const taken = new Set<string>();
  const count = 1 + draw.below(4);
  let born = lastDay - draw.below(18 * yearDays);
  const twinsAt = draw.isOneIn(twins * count) ? draw.below(count) : -1;
  for (let at = 0; at < count + (twinsAt >= 0 ? 1 : 0); at += 1) {
    if (at > 0 && at - 1 !== twinsAt) born -= 300 + draw.below(4 * yearDays);
    const surname = draw.isOneIn(0.2) ? (draw.isOneIn(0.5) ? mother.last : draw.pickCommon(lasts)) : last;
    let child = makePerson(draw, first + at, anySex(draw), surname, born);
    while (taken.has(child.first))
      child = { ...child, first: draw.pickCommon(child.sex === "f" ? girls : boys) };
    if (child.sex === "m" && !taken.has(father.first) && draw.isOneIn(0.04))
      child = { ...child, first: father.first, last: father.last, suffix: "Jr" };
    while (child.middle !== null && (taken.has(child.middle) || child.middle === child.first))
      child = { ...child, middle: null };
    taken.add(child.first);
    if (child.middle !== null) taken.add(child.middle);
    children.push({ ...child, mother: mother.number });
  }
  return children;
}

/** A mother, often a father, their children; a fifth with Spanish surnames, of which children bear two. */
export function makeFamily(draw: Draw, number: number, firstPerson: number, twins = 0.03): Family {
  const isSpanish = draw.isOneIn(0.2);
  const surname = () => draw.pickCommon(isSpanish ? spanishLast : lasts);
  const last = surname();
  const born = lastDay - (22 + draw.below(18)) * yearDays - draw.below(yearDays);
  const mother = makePerson(draw, firstPerson, "f", draw.isOneIn(0.6) && !isSpanish ? last : surname(), born);
  const father = makePerson(draw, firstPerson + 1, "m", last, born - draw.below(6 * yearDays));
  const childrensName = isSpanish && mother.last !== last ? `${last} ${mother.last}` : last;
  const children = makeChildren(draw, firstPerson + 2, { mother, father, last: childrensName, twins });
  const people = [mother, ...(draw.isOneIn(0.6) ? [father] : []), ...children];
  return { number, people, home: makeHome(draw) };
}
