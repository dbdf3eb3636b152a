import { expect, it } from "vitest";
import type { FoundPair, StartedLinkRun } from "./link-run";
import { settlePairs } from "./settle-pairs";

const pair = (personId: string, zone: FoundPair["zone"], weight = 8): FoundPair => ({
  ...{ personId, agencyChildId: `c-${personId}`, zone, rule: "birth_date", weight, probability: 0.9 },
  ...{ pattern: 1, lines: [], hardRule: false, restsOn: [] },
});
const of = (personId: string) => ({ personId, agencyChildId: `c-${personId}` });
type Said = StartedLinkRun["decisions"][number];
const said = (personId: string, kind: Said["kind"], changed = false): Said => ({
  ...of(personId),
  kind,
  changed,
});

const settle = (
  found: FoundPair[],
  decisions: Said[] = [],
  { exact = [] as string[], mayLink = true } = {},
) => {
  const { pairs, wanted } = settlePairs({ exact: exact.map(of), decisions }, { found, mayLink }, "exact.1");
  return {
    pairs: pairs.map(({ personId, zone, state, whyOpen }) => [personId, zone, state, whyOpen]),
    wanted: wanted.map(({ personId, rule }) => [personId, rule]),
  };
};

it("links what is sure, and asks about the rest", () => {
  expect(settle([pair("a", "auto"), pair("b", "review")])).toEqual({
    pairs: [
      ["a", "auto", "linked", null],
      ["b", "review", "open", "uncertain"],
    ],
    wanted: [["a", "scored.1"]],
  });
});

it("links nobody by score in a small county, but whoever agrees exactly", () => {
  expect(settle([pair("a", "auto"), pair("b", "held")], [], { exact: ["b"], mayLink: false })).toEqual({
    pairs: [
      ["a", "auto", "open", "small_county"],
      ["b", "exact", "linked", null],
    ],
    wanted: [["b", "exact.1"]],
  });
});

it("keeps what was confirmed, and asks again where a record changed, while the link holds", () => {
  expect(
    settle([pair("a", "held"), pair("b", "held")], [said("a", "confirm"), said("b", "confirm", true)]),
  ).toEqual({
    pairs: [
      ["a", "held", "linked", null],
      ["b", "held", "open", "changed"],
    ],
    wanted: [
      ["a", "reviewed.1"],
      ["b", "reviewed.1"],
    ],
  });
});

it("never links by score what somebody spoke of: a change brings it back to people", () => {
  const decisions = [
    said("a", "reject", true),
    said("b", "undo", true),
    said("c", "aside"),
    said("d", "aside", true),
  ];
  expect(
    settle(
      ["a", "b", "c", "d"].map((id) => pair(id, "auto")),
      decisions,
    ),
  ).toEqual({
    pairs: [
      ["a", "auto", "open", "changed"],
      ["b", "auto", "open", "changed"],
      ["c", "auto", "aside", null],
      ["d", "auto", "open", "changed"],
    ],
    wanted: [],
  });
});

it("lets a reader answer again what was taken back, and links it by no score meanwhile", () => {
  expect(settle([pair("a", "auto")], [said("a", "reopen")])).toEqual({
    pairs: [["a", "auto", "open", "taken_back"]],
    wanted: [],
  });
});
