import { expect, it } from "vitest";
import { readFirstName, readLastName, readSuffix } from "./read-person-name";

it("reads first names without accents, marks, titles and digits for letters", () => {
  expect(readFirstName(" José ")).toEqual({ first: "jose", glued: "jose", rest: null });
  expect(readFirstName("Mary-Ann")).toEqual({ first: "mary", glued: "maryann", rest: "ann" });
  expect(readFirstName("Mr. D'Andre Jr.")).toMatchObject({ first: "dandre", rest: null });
  expect(readFirstName("J0hn")).toMatchObject({ first: "john" });
  expect(readFirstName("Ольга")).toMatchObject({ first: "ольга" });
});

it.each(["Unknown", "Baby Boy", "BABY GIRL", "xxx", "-", "N/A", "Infant", "Test"])(
  "takes %s for no name",
  (raw) => {
    expect(readFirstName(raw)).toEqual({ first: null, glued: null, rest: null });
    expect(readLastName(raw)).toMatchObject({ name: null, part: null });
  },
);

it("reads surnames as parts in either order, without particles, the suffix apart", () => {
  expect(readLastName("Garcia Rodriguez").name).toBe(readLastName("RODRÍGUEZ-GARCÍA").name);
  expect(readLastName("Garcia Rodriguez")).toMatchObject({ part: "garcia", second: "rodriguez" });
  expect(readLastName("de la Cruz")).toMatchObject({ name: "cruz", glued: "delacruz", second: null });
  expect(readLastName("Mc Donald")).toMatchObject({ name: "mcdonald" });
  expect(readLastName("O'Brien, Jr.")).toMatchObject({ name: "obrien", suffix: "jr" });
  expect(readLastName("Smith III")).toMatchObject({ name: "smith", suffix: "iii" });
  expect(readLastName("Junior")).toMatchObject({ name: "junior", suffix: null });
  expect(readLastName("La")).toMatchObject({ name: "la" });
});

it("reads suffixes by any of their names", () =>
  expect(["Jr.", "JUNIOR", "2nd", "IV", "PhD"].map(readSuffix)).toEqual(["jr", "jr", "ii", "iv", null]));
