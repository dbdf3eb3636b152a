import { expect, it } from "vitest";
import { placesNear } from "../places/places";
import { carryFacts } from "./carry-facts";
import { readSearchLine } from "./read-search-line";
import { removeChip } from "./search-criteria";
import { withoutChip } from "./without-chip";

const places = placesNear({ latitude: 39.3453, longitude: -76.6843 });
const read = (line: string) => readSearchLine(line, places);

it.each([
  ["parenting 21215 spanish evening", "time:evening", "parenting 21215 spanish"],
  ["parenting 21215 spanish evening", "need:parenting_support", "21215 spanish evening"],
  ["food, diapers, 21217", "need:baby_supplies", "food, 21217"],
  ["food near Baltimore 21215", "place:21215", "food"],
  ["counseling kids 3 and 7", "age:36", "counseling kids and 7"],
  ["Despensa de comida en español, 21224", "language:es", "Despensa de comida, 21224"],
  ["food pantry and food stamps", "need:food", ""],
  ["food 21217", "language:es", "food 21217"],
])("%s without %s", (line, chip, left) => {
  const rest = withoutChip(line, chip, read);
  expect(read(rest).chips.map(({ id }) => id)).not.toContain(chip);
  expect(rest).toBe(left);
});

it("never brings a chip back, and leaves the others", () => {
  const line = "mom w 2 kids 3 and 7 needs parenting class evenings near 21218 speaks spanish";
  for (const { id } of read(line).chips) {
    const after = read(withoutChip(line, id, read)).chips.map((chip) => chip.id);
    expect(after, id).not.toContain(id);
  }
});

it("keeps where, in which language and how old on a call, until a line says otherwise or the chip is taken off", () => {
  const first = read("parenting 21215 spanish kids 3 and 6 within 10 miles").criteria;
  const second = carryFacts(first, read("food").criteria);
  expect(second).toMatchObject({
    needs: ["food"],
    radiusMiles: 10,
    languages: ["es"],
    childAgesMonths: [36, 72],
  });
  expect(second.place?.code).toBe("21215");
  const own = carryFacts(first, read("food 21224 english speaking 8 months").criteria);
  expect([own.place?.code, own.radiusMiles, own.childAgesMonths]).toEqual(["21224", 5, [8]]);
  const without = removeChip(second, "place:21215");
  expect(carryFacts(without, read("rent").criteria).place).toBeNull();
});
