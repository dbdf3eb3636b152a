import { expect, it } from "vitest";
import { type CountedChildren, linkClasses, tabulateLinked } from "./linked-children";

const counted = (
  standing: CountedChildren["standing"],
  children: number,
  more: Partial<CountedChildren> = {},
) => ({
  ...{ age: "1-5", missing: "nothing", name: "common", moved: "unknown", standing, children },
  ...more,
});

it("adds up, and shows what is large enough", () => {
  const table = tabulateLinked([counted("exact", 400), counted("waiting", 30)]);
  expect(table).toMatchObject({
    children: 430,
    classes: { found: 400, waiting: 30, not_found: 0 },
    standings: { exact: 400, waiting: 30, scored: 0 },
  });
  expect(table.lines.map(({ group, value }) => [group, value])).toEqual([
    ["age", "1-5"],
    ["missing", "nothing"],
    ["name", "common"],
    ["moved", "unknown"],
  ]);
});

const isHidden = (count: unknown) => typeof count === "string";
const few = [
  counted("exact", 300),
  counted("exact", 120, { age: "6-11" }),
  counted("scored", 40, { age: "6-11" }),
  counted("waiting", 4),
  counted("waiting", 31, { age: "6-11" }),
  counted("not_found", 25),
  counted("not_found", 33, { age: "6-11" }),
];

it("hides 1 to 10, and enough beside it that nobody can work it out", () => {
  const table = tabulateLinked(few);
  const ages = table.lines.filter(({ group }) => group === "age");
  expect(ages[0]?.classes.waiting).toBe("small");
  for (const { value, children, classes } of ages)
    if (!isHidden(children))
      expect([value, linkClasses.filter((one) => isHidden(classes[one])).length]).not.toEqual([value, 1]);
  for (const one of linkClasses)
    if (!isHidden(table.classes[one]))
      expect([one, ages.filter(({ classes }) => isHidden(classes[one])).length]).not.toEqual([one, 1]);
});

it("hides under one group what another would tell of the same children", () => {
  const nameless = { missing: "last_name_and_birth_date", name: "unknown" };
  const table = tabulateLinked([
    counted("exact", 400),
    counted("not_found", 2, { name: "rare" }),
    counted("not_found", 60),
    counted("too_little_said", 90, nameless),
  ]);
  const line = (group: string, value: string) =>
    table.lines.find((one) => one.group === group && one.value === value);
  expect(line("name", "rare")?.children).toBe("small");
  expect(isHidden(line("name", "unknown")?.children)).toBe(
    isHidden(line("missing", nameless.missing)?.children),
  );
  const hidden = table.lines.filter(({ group, children }) => group === "name" && isHidden(children));
  expect(hidden.length).toBeGreaterThanOrEqual(2);
});

it("keeps the whole in sight where a group has few", () => {
  const { children, classes, standings } = tabulateLinked(few);
  expect({ children, classes }).toEqual({
    children: 553,
    classes: { found: 460, waiting: 35, not_found: 58 },
  });
  expect(standings).toMatchObject({ exact: 420, scored: 40 });
});
