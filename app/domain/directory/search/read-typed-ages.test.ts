import { describe, expect, it } from "vitest";
import { readTypedAges } from "./read-typed-ages";

describe("ages typed in a form", () => {
  it.each<[string, number[]]>([
    ["", []],
    ["   ", []],
    ["3, 6, 8 months", [36, 72, 8]],
    ["3 and 6", [36, 72]],
    ["3, 3", [36, 36]],
    ["3 y 6 años", [36, 72]],
    ["2 años y 3 meses", [27]],
    ["2 years and 3 months, 5", [27, 60]],
    ["2 years, 18 months", [24, 18]],
    ["2.5 years", [30]],
    ["2.5", [30]],
    ["4 y/o", [48]],
    ["3yo", [36]],
    ["18 mo", [18]],
    ["6 weeks", [1]],
    ["seis meses", [6]],
    ["newborn", [0]],
    ["recién nacido", [0]],
    ["recién nacida y 4", [0, 48]],
    ["expecting", [-4]],
    ["embarazada", [-4]],
    ["5 months pregnant", [-4]],
    ["20 weeks pregnant and 2", [-4, 24]],
    ["0", [0]],
    ["8 m", [8]],
    ["12m, 3", [12, 36]],
  ])("%j", (typed, ages) => expect(readTypedAges(typed)).toEqual(ages));

  it.each(["no tengo", "abc", "3 and some", "12 k", "300", "-", "x".repeat(201)])("refuses %j", (typed) =>
    expect(() => readTypedAges(typed)).toThrow("invalid"),
  );

  it("reads long blanks in no time: they are cut off before they are read", () => {
    expect(() => readTypedAges(" ".repeat(60_000))).toThrow("invalid");
    expect(readTypedAges(`3${" ".repeat(190)}4`)).toEqual([36, 48]);
  });
});
