import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastWindowDay } from "./calendar-dates";
import { addDays } from "../kernel/calendar";
import {
  blocksAfter,
  blocksUntil,
  lastMatureMonth,
  lastMonthPassed,
  LONGEST_LAG,
  yearEnding,
} from "./measure-frames";

describe("periods of a run", () => {
  it("takes the last month whose year has passed for every source", () => {
    expect(lastMatureMonth("2026-11-15", 12)).toBe("2025-08-31");
    expect(yearEnding("2025-08-31")).toEqual(["2024-09-01", "2025-08-31"]);
    expect(blocksUntil("2025-08-31", 2)).toEqual([
      ["2024-09-01", "2025-02-28"],
      ["2025-03-01", "2025-08-31"],
    ]);
    expect(blocksAfter("2025-08-31", "2026-11-15").at(-1)).toEqual(["2026-09-01", "2027-02-28"]);
    expect(lastMonthPassed("2026-11-21", 60)).toBe("2026-08-31");
    expect(lastMonthPassed("2026-11-30", 0)).toBe("2026-11-30");
  });

  it("never counts a window that is still open, for any date of data", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.constantFrom(6, 12, 24), (n, months) => {
        const through = addDays("2015-01-01", n);
        const end = lastMatureMonth(through, months);
        expect(addDays(lastWindowDay(end, months), LONGEST_LAG) <= through).toBe(true);
        const [first, second] = blocksUntil(end, 2);
        expect([first?.[0], second?.[1]]).toEqual(yearEnding(end));
        expect(second?.[0]).toBe(addDays(first?.[1] ?? "", 1));
      }),
    );
  });
});
