import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import path from "node:path";
import { readLinks, scoreAll, type Link, type Score } from "./score-links";

type Known = { person: string; mother: string };

async function readPersons(folder: string): Promise<Record<"a" | "b", Map<string, Known>>> {
  const sides = { a: new Map<string, Known>(), b: new Map<string, Known>() };
  for await (const line of createInterface({ input: createReadStream(path.join(folder, "persons.csv")) })) {
    const [side = "", id = "", person = "", mother = ""] = line.split(",");
    if (side === "a" || side === "b") sides[side].set(id, { person, mother });
  }
  return sides;
}

/** Links of the automatic zone between two different children of one mother: there must be none. */
const findSiblings = (links: Link[], a: Map<string, Known>, b: Map<string, Known>): Link[] =>
  links.filter((link) => {
    const [one, other] = [a.get(link.a), b.get(link.b)];
    return one && other && one.person !== other.person && one.mother !== "-1" && one.mother === other.mother;
  });

export type FamilyScore = {
  scores: Score[];
  records: number;
  reviews: number;
  siblings: { auto: Link[]; all: number };
  calibration: { from: number; pairs: number; predicted: number; observed: number }[];
};

const edges = [0, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999];

/** Scores LINKS.csv of families that writeFamilies wrote to `folder`. */
export const scoreFamilies = (folder: string, file: string): Promise<FamilyScore> =>
  scoreFamilyLinks(folder, readLinks(file));

/** Scores links of families that writeFamilies wrote to `folder`. */
export async function scoreFamilyLinks(folder: string, links: Link[]): Promise<FamilyScore> {
  const { a, b } = await readPersons(folder);
  const byPerson = new Map<string, string[]>();
  for (const [id, { person }] of b) byPerson.set(person, [...(byPerson.get(person) ?? []), id]);
  const truth = new Set(
    [...a].flatMap(([id, { person }]) => (byPerson.get(person) ?? []).map((other) => `${id}|${other}`)),
  );
  const auto = links.filter(({ zone }) => zone === "auto");
  const kept = links.filter(({ zone }) => zone !== "none");
  const calibration = edges.map((from, at) => {
    const inside = kept
      .map((link) => ({ link, p: 1 / (1 + 2 ** -link.weight) }))
      .filter(({ p }) => p >= from && p < (edges[at + 1] ?? 2));
    const right = inside.filter(({ link }) => truth.has(`${link.a}|${link.b}`)).length;
    const predicted = inside.reduce((sum, { p }) => sum + p, 0) / Math.max(1, inside.length);
    return { from, pairs: inside.length, predicted, observed: right / Math.max(1, inside.length) };
  });
  return {
    scores: scoreAll(links, truth, false),
    records: a.size,
    reviews: kept.length - auto.length,
    siblings: { auto: findSiblings(auto, a, b), all: findSiblings(links, a, b).length },
    calibration,
  };
}
