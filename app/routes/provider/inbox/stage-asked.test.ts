import { expect, it } from "vitest";
import { stageAsked } from "./stage-asked";

it.each([
  ["?stage=reaching", "reaching"],
  ["?stage=new%0d%0aSet-Cookie:a", undefined],
  ["?stage=__proto__", undefined],
  ["", undefined],
])("reads %s as %s", (query, stage) => {
  expect(stageAsked(new URL(`http://localhost/${query}`))).toBe(stage);
});
