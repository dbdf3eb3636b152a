import { expect, it } from "vitest";
import { crisisLinesOf } from "./crisis-lines";

it("puts 911 first but for suicide alone, and each line once", () => {
  expect(crisisLinesOf(["self_harm"], null)).toEqual(["lifeline", "emergency"]);
  expect(crisisLinesOf(["self_harm", "overdose"], null)).toEqual(["emergency", "lifeline", "poison"]);
  expect(crisisLinesOf(["violence", "child"], "(410) 555-0188")).toEqual([
    "emergency",
    "violence",
    "local",
    "childhelp",
  ]);
});

it("calls the jurisdiction's number by its national name where it is one", () => {
  expect(crisisLinesOf(["violence"], "988")).toEqual(["emergency", "violence", "lifeline"]);
  expect(crisisLinesOf(["crisis"], "988")).toEqual(["lifeline"]);
  expect(crisisLinesOf(["child"], "1 (800) 422-4453")).toEqual(["emergency", "childhelp"]);
});
