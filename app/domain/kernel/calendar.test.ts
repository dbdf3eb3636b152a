import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  asColumn,
  dateIn,
  dateOf,
  daysBetween,
  instantAt,
  isIsoDate,
  monthEnd,
  startOfDay,
  wallTime,
  weekdayOf,
} from "./calendar";
import { later } from "./durations";

const zones = ["America/New_York", "America/Los_Angeles", "America/Phoenix", "Asia/Kolkata", "UTC"];
const zone = fc.constantFrom(...zones);
const date = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays("1990-01-01", n));
const instant = fc.date({
  min: new Date("2020-01-01T00:00:00Z"),
  max: new Date("2032-12-31T00:00:00Z"),
  noInvalidDate: true,
});
const newYork = "America/New_York";

describe("days", () => {
  it("step over the leap day, the month and the year", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addMonths("2028-02-29", -12)).toBe("2027-02-28");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(monthEnd("2028-02-01")).toBe("2028-02-29");
    expect([weekdayOf("2026-11-26"), weekdayOf("2026-11-29")]).toEqual([4, 7]);
  });

  it("go forth and back, in order", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -900, max: 900 }), (day, n) => {
        const other = addDays(day, n);
        expect(daysBetween(day, other)).toBe(n);
        expect(other > day).toBe(n > 0);
        expect(weekdayOf(other)).toBe(((((weekdayOf(day) - 1 + n) % 7) + 7) % 7) + 1);
        expect(dateOf(asColumn(day))).toBe(day);
      }),
    );
  });

  it("are refused when the calendar has no such day", () => {
    for (const text of [
      "2023-02-29",
      "2024-13-01",
      "20240101",
      "2024-1-1",
      "",
      "2024-04-31",
      "2024-01-01T10:00",
    ])
      expect(isIsoDate(text)).toBe(false);
    expect(isIsoDate("2028-02-29")).toBe(true);
    expect(() => addDays("2023-02-29", 1)).toThrow(RangeError);
  });
});

describe("the clock on the wall", () => {
  it("shows what an instant was made of, but for the hour that summer time leaves out", () => {
    const hour = fc.integer({ min: 4, max: 23 });
    fc.assert(
      fc.property(zone, date, hour, fc.integer({ min: 0, max: 59 }), (timeZone, day, h, minute) => {
        expect(wallTime(timeZone, instantAt(timeZone, day, h, minute))).toEqual({
          date: day,
          hour: h,
          minute,
        });
      }),
    );
  });

  it("has the same date by Intl and by Temporal", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        expect(wallTime(timeZone, at).date).toBe(dateIn(timeZone, at));
      }),
    );
  });

  it("goes from two to three in spring, and twice through one o'clock in autumn", () => {
    expect(instantAt(newYork, "2027-03-14", 2, 30).toISOString()).toBe("2027-03-14T07:30:00.000Z");
    expect(wallTime(newYork, new Date("2027-03-14T07:30:00Z"))).toMatchObject({ hour: 3, minute: 30 });
    expect(instantAt(newYork, "2027-11-07", 1, 30).toISOString()).toBe("2027-11-07T05:30:00.000Z");
    expect(instantAt(newYork, "2026-12-31", 24)).toEqual(startOfDay(newYork, "2027-01-01"));
  });

  it("begins each day once: 23 and 25 hours apart when the clock is changed", () => {
    const length = (day: string) =>
      startOfDay(newYork, addDays(day, 1)).getTime() - startOfDay(newYork, day).getTime();
    expect(startOfDay(newYork, "2027-03-14")).toEqual(
      later(startOfDay(newYork, "2027-03-15"), { hours: -23 }),
    );
    fc.assert(
      fc.property(date, (day) => {
        expect([23, 24, 25]).toContain(length(day) / 3_600_000);
        expect(dateIn(newYork, startOfDay(newYork, day))).toBe(day);
        expect(dateIn(newYork, later(startOfDay(newYork, day), { minutes: -1 }))).toBe(addDays(day, -1));
      }),
    );
  });
});
