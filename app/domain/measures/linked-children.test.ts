import { expect, it } from "vitest";
import { type CountedChildren, linkStandings, tabulateLinked } from "./linked-children";

const counted = (
  standing: CountedChildren["standing"],
  children: number,
  more: Partial<CountedChildren> = {},
) => ({
  ...{ age: "1-5", missing: "nothing", name: "common", moved: "unknown", standing, children },
  ...more,
});

it("adds up, and shows what is large enough", () => {
  const [whole, ...groups] = tabulateLinked([counted("exact", 400), counted("waiting", 30)]);
  expect(whole).toMatchObject({
    group: "all",
    children: 430,
    standings: { exact: 400, waiting: 30, scored: 0 },
  });
  expect(groups.map(({ group, value }) => [group, value])).toEqual([
    ["age", "1-5"],
    ["missing", "nothing"],
    ["name", "common"],
    ["moved", "unknown"],
  ]);
});

it("hides 1 to 10, and enough beside it that nobody can work it out, in the whole and in each group", () => {
  const lines = tabulateLinked([
    counted("exact", 300),
    counted("exact", 120, { age: "6-11" }),
    counted("scored", 4),
    counted("scored", 40, { age: "6-11" }),
    counted("waiting", 25),
    counted("waiting", 31, { age: "6-11" }),
  ]);
  const age = (value: string) => lines.find((line) => line.group === "age" && line.value === value);
  expect(age("1-5")?.standings.scored).toBe("small");
  const isHidden = (count: unknown) => typeof count === "string";
  for (const line of lines) {
    const hidden = linkStandings.filter((standing) => isHidden(line.standings[standing]));
    if (!isHidden(line.children)) expect([line.value, hidden.length === 1]).toEqual([line.value, false]);
  }
  const scored = [age("1-5"), age("6-11"), lines[0]].filter((line) => isHidden(line?.standings.scored));
  expect(scored.length).toBeGreaterThanOrEqual(2);
});
