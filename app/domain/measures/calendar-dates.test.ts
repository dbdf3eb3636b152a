import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ageInYears,
  completedMonths,
  daysInCare,
  eighteenthBirthday,
  isWithinDays,
  isWithinMonths,
  lastWindowDay,
} from "./calendar-dates";
import { addDays, daysBetween, isIsoDate } from "../kernel/calendar";

const date = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays("1960-01-01", n));

describe("months", () => {
  it.each([
    ["2024-01-15", "2025-01-14", 11],
    ["2024-01-15", "2025-01-15", 12],
    ["2024-02-29", "2025-02-28", 11],
    ["2024-02-29", "2025-03-01", 12],
    ["2023-01-31", "2023-02-28", 0],
    ["2023-01-31", "2023-03-01", 1],
  ])("%s to %s is %i completed months", (a, e, n) => expect(completedMonths(a, e)).toBe(n));

  it("puts the anniversary outside the window", () => {
    expect(isWithinMonths("2024-01-15", "2025-01-14", 12)).toBe(true);
    expect(isWithinMonths("2024-01-15", "2025-01-15", 12)).toBe(false);
    expect(isWithinMonths("2024-01-15", "2024-01-14", 12)).toBe(false);
  });

  it("names the last day inside, for every anchor and window", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 36 }), (anchor, months) => {
        const last = lastWindowDay(anchor, months);
        expect(isWithinMonths(anchor, last, months)).toBe(true);
        expect(isWithinMonths(anchor, addDays(last, 1), months)).toBe(false);
      }),
    );
  });
});

describe("days", () => {
  it("counts both ends", () => {
    expect(isWithinDays("2024-03-01", "2024-03-01", 60)).toBe(true);
    expect(isWithinDays("2024-03-01", "2024-04-30", 60)).toBe(true);
    expect(isWithinDays("2024-03-01", "2024-05-01", 60)).toBe(false);
    expect(isWithinDays("2024-03-01", "2024-02-29", 60)).toBe(false);
  });

  it("goes forth and back", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -9000, max: 9000 }), (d, n) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n);
        expect(addDays(addDays(d, n), -n)).toBe(d);
      }),
    );
  });

  it("gives half-open days in care that add up over adjacent periods", () => {
    expect(daysInCare("2024-01-01", "2024-01-02", "2024-01-01", "2024-12-31")).toBe(1);
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 0, max: 900 }),
        date,
        fc.integer({ min: 1, max: 400 }),
        (entry, stay, start, n) => {
          const exit = addDays(entry, stay);
          const [middle, end] = [addDays(start, n), addDays(start, 2 * n)];
          const whole = daysInCare(entry, exit, start, end);
          expect(
            daysInCare(entry, exit, start, middle) + daysInCare(entry, exit, addDays(middle, 1), end),
          ).toBe(whole);
        },
      ),
    );
  });
});

describe("age", () => {
  it("turns a leap-day child on 1 March", () => {
    expect(eighteenthBirthday("2008-02-29")).toBe("2026-03-01");
    expect(eighteenthBirthday("1984-02-29")).toBe("2002-03-01");
    expect(ageInYears("2008-02-29", "2026-02-28")).toBe(17);
    expect(ageInYears("2008-02-29", "2026-03-01")).toBe(18);
  });

  it("is 18 from the birthday on and not a day before", () => {
    fc.assert(
      fc.property(date, (born) => {
        const birthday = eighteenthBirthday(born);
        expect(ageInYears(born, birthday)).toBe(18);
        expect(ageInYears(born, addDays(birthday, -1))).toBe(17);
      }),
    );
  });

  it("refuses days that are not in the calendar", () => {
    for (const text of ["2023-02-29", "2024-13-01", "2024-00-10", "20240101", "2024-1-1", "", "2024-04-31"])
      expect(isIsoDate(text)).toBe(false);
    expect(isIsoDate("2024-02-29")).toBe(true);
  });
});
