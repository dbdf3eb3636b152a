import { describe, expect, it } from "vitest";
import { findFramework, goalFrameworks, goalsOf } from "./goal-frameworks";

describe("goal frameworks", () => {
  it.each([
    ["phl-ioc", 4],
    ["ca-outcomes", 14],
    ["thriving-families", 6],
    ["boston-partnership", 3],
  ])("%s holds its %i goals, each with measures the portal knows", (id, count) => {
    const framework = findFramework(id);
    expect(framework && goalsOf(framework)).toHaveLength(count);
  });

  it("sets no measure twice in a goal, and gives each of Philadelphia's goals one that keeps the balance", () => {
    for (const goal of goalFrameworks.flatMap(goalsOf)) {
      const all = [goal.headline, ...goal.supporting, ...(goal.balancing ? [goal.balancing] : [])];
      expect([goal.id, new Set(all).size]).toEqual([goal.id, all.length]);
    }
    const philadelphia = goalsOf(findFramework("phl-ioc")!);
    expect(philadelphia.filter(({ balancing }) => balancing === null)).toEqual([]);
  });

  it("keeps what Boston reported apart from any target: years, kind of change, points and percent", () => {
    const published = goalsOf(findFramework("boston-partnership")!).map((goal) => goal.published);
    expect(published.map((one) => [one?.fromPeriod, one?.toPeriod, one?.change, one?.of])).toEqual([
      ["2000", "2001", { kind: "relative", value: 45 }, "unknown"],
      ["2000", "2001", { kind: "relative", value: 15 }, "unknown"],
      ["1998", "2001", { kind: "points", value: -10 }, "share"],
    ]);
  });

  it("names each goal of a framework once, and stars the two bullets the source stars", () => {
    for (const framework of goalFrameworks) {
      const ids = goalsOf(framework).map((goal) => goal.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const starred = goalFrameworks.flatMap(goalsOf).filter((goal) => goal.notTrackedBySource);
    expect(starred.map((goal) => goal.id)).toEqual(["well-being-2", "well-being-3"]);
  });
});
