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

  it("names each goal of a framework once, and stars the two bullets the source stars", () => {
    for (const framework of goalFrameworks) {
      const ids = goalsOf(framework).map((goal) => goal.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    const starred = goalFrameworks.flatMap(goalsOf).filter((goal) => goal.notTrackedBySource);
    expect(starred.map((goal) => goal.id)).toEqual(["well-being-2", "well-being-3"]);
  });
});
