import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { once } from "node:events";
import { drawFrom } from "./draw";
import { makeFamily, makeHome, type Family, type Home, type Person } from "./make-family";
import { recordColumns, recordPerson } from "./record-person";

export type Households = {
  seed: number;
  /** Records on each side, nearly. */
  records: number;
  noise: number;
  /** Whether A says who lives together. */
  familyIds: boolean;
  /** Of B's records, the share that B holds twice, under another number. */
  doubles?: number;
  /** Chance of twins by child of a family; 0.03 where nothing is said. */
  twins?: number;
};

/** Families that both sides know, of all that one of them knows. */
const knownToBoth = 0.46;
/** Of a family that both know, a person whom one side does not. */
const leftOut = 0.1;
const moved = 0.3;
const shelter = { chance: 0.01, homes: 12 };

type Line = { side: "a" | "b"; cells: string[] };

/** Ids that say nothing: neither the order of writing nor who is the same. */
const factors = { a: 48_271, b: 69_621, again: 40_692 };
const idOf = (side: keyof typeof factors, person: number): string =>
  side[0]! + String((person * factors[side] + 12_345) % 2_147_483_647).padStart(10, "0");

function* recordFamily(
  family: Family,
  draw: ReturnType<typeof drawFrom>,
  asked: Households,
  isOnA: boolean,
  isOnB: boolean,
): Generator<Line> {
  const shelters = Array.from({ length: shelter.homes }, (_, at) => makeHome(drawFrom(at + 1)));
  const homeA = draw.isOneIn(shelter.chance) ? draw.pick(shelters) : family.home;
  const hasMoved = draw.isOneIn(moved * Math.min(asked.noise, 1.5));
  const fresh = makeHome(draw);
  const homeB = hasMoved ? { ...fresh, phone: draw.isOneIn(0.6) ? fresh.phone : homeA.phone } : homeA;
  const lineOf = (side: "a" | "b", id: string, person: Person, home: Home): Line => {
    const cells = recordPerson(draw, person, home, asked.noise);
    const household = side === "a" && asked.familyIds ? [`f${family.number}`] : [];
    return { side, cells: [id, ...household, ...cells, String(person.number), String(person.mother)] };
  };
  for (const person of family.people) {
    for (const [side, isOn, home] of [
      ["a", isOnA, homeA],
      ["b", isOnB, homeB],
    ] as const) {
      if (!isOn || (isOnA && isOnB && draw.isOneIn(leftOut))) continue;
      yield lineOf(side, idOf(side, person.number), person, home);
      if (side === "b" && asked.doubles && draw.isOneIn(asked.doubles))
        yield lineOf(side, idOf("again", person.number).replace("a", "c"), person, home);
    }
  }
}

/**
 * Writes a.csv, b.csv, map.json, and beside them persons.csv (side, id, person, mother), which is the truth, to a folder.
 * The same seed writes the same bytes. All people are invented.
 */
export async function writeFamilies(folder: string, asked: Households): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draw = drawFrom(asked.seed);
  const columns = Object.keys(recordColumns);
  const streams = {
    a: createWriteStream(path.join(folder, "a.csv")),
    b: createWriteStream(path.join(folder, "b.csv")),
    persons: createWriteStream(path.join(folder, "persons.csv")),
  };
  streams.a.write(`${["id", ...(asked.familyIds ? ["family"] : []), ...columns].join(",")}\n`);
  streams.b.write(`${["id", ...columns].join(",")}\n`);
  streams.persons.write("side,id,person,mother\n");
  const written = { a: 0, b: 0 };
  for (
    let [family, person] = [0, 0];
    written.a < asked.records || written.b < asked.records;
    family += 1, person += 10
  ) {
    const isOnBoth = draw.isOneIn(knownToBoth / (2 - knownToBoth));
    const isOnA = isOnBoth || draw.isOneIn(0.5);
    for (const { side, cells } of recordFamily(
      makeFamily(draw, family, person, asked.twins),
      draw,
      asked,
      isOnA,
      isOnBoth || !isOnA,
    )) {
      written[side] += 1;
      const [number, mother] = cells.slice(-2);
      streams.persons.write(`${side},${cells[0]},${number},${mother}\n`);
      if (!streams[side].write(`${cells.slice(0, -2).join(",")}\n`)) await once(streams[side], "drain");
    }
  }
  for (const stream of Object.values(streams)) await new Promise((resolve) => stream.end(resolve));
  const map = { id: "id", ...(asked.familyIds ? { family: "family_id" } : {}), ...recordColumns };
  await writeFile(path.join(folder, "map.json"), JSON.stringify(map));
}
