import { expect, it } from "vitest";
import { joinClusters } from "./join-clusters";

it("joins what links reach, and knows the weakest link of the strongest chain", () => {
  const { clusters, chains } = joinClusters([
    { a: 3, b: 4, w: 11 },
    { a: 1, b: 2, w: 20 },
    { a: 2, b: 3, w: 14 },
    { a: 1, b: 4, w: 10 },
    { a: 7, b: 8, w: 12 },
  ]);
  expect(clusters.map((rids) => rids.toSorted())).toEqual([
    [1, 2, 3, 4],
    [7, 8],
  ]);
  const chain = (a: number, b: number) => chains.find((one) => one.a === a && one.b === b)?.w;
  expect([chain(1, 2), chain(1, 3), chain(1, 4), chain(7, 8), chain(1, 7)]).toEqual([
    20,
    14,
    11,
    12,
    undefined,
  ]);
});

it("does not depend on the order of the links, and stops at thirty records", () => {
  const links = Array.from({ length: 40 }, (_, at) => ({ a: at, b: at + 1, w: 30 - (at % 7) }));
  const one = joinClusters(links);
  expect(joinClusters(links.toReversed())).toEqual(one);
  expect(Math.max(...one.clusters.map(({ length }) => length))).toBeLessThanOrEqual(30);
});
