import { expect, it } from "vitest";
import { readAliases } from "./read-aliases";

it.each([
  ["Wren Former", [{ first: "Wren", last: "Former" }]],
  [
    "Former, Wren; Wren  De La Cruz",
    [
      { first: "Wren", last: "Former" },
      { first: "Wren", last: "De La Cruz" },
    ],
  ],
  [
    "Wren|",
    [
      { first: "Wren", last: null },
      { first: null, last: "Wren" },
    ],
  ],
  ["Former,", [{ first: null, last: "Former" }]],
  [" ; ", []],
])("reads %j", (raw, aliases) => {
  expect(readAliases(raw)).toEqual(aliases);
});
