import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BusinessCalendar,
  addBusinessDays,
  addBusinessHours,
  instantAt,
  isBusinessDay,
} from "./business-calendar";
import { dateIn } from "./clock";

const calendar: BusinessCalendar = {
  timeZone: "America/New_York",
  opensAt: 8,
  closesAt: 17,
  holidays: ["2026-11-26", "2026-12-25"],
};
const at = (date: string, hour: number, minute = 0) => instantAt(calendar.timeZone, date, hour, minute);

describe("addBusinessDays", () => {
  it("steps over the weekend", () => {
    expect(addBusinessDays(calendar, at("2026-11-20", 14, 14), 2)).toEqual(at("2026-11-24", 14, 14));
  });
  it("steps over a holiday", () => {
    expect(addBusinessDays(calendar, at("2026-11-25", 10), 1)).toEqual(at("2026-11-27", 10));
  });
  it("counts from the next opening when it starts on a closed day", () => {
    expect(addBusinessDays(calendar, at("2026-11-21", 22), 1)).toEqual(at("2026-11-24", 8));
  });
  it("keeps the wall time over the end of daylight saving", () => {
    expect(addBusinessDays(calendar, at("2026-10-30", 9), 1)).toEqual(at("2026-11-02", 9));
  });
  it("never lands on a closed day and never goes back", () => {
    const instants = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2027-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 20 }), (from, days) => {
        const due = addBusinessDays(calendar, from, days);
        expect(isBusinessDay(calendar, dateIn(calendar.timeZone, due))).toBe(true);
        expect(due.getTime()).toBeGreaterThanOrEqual(from.getTime() - 60_000);
      }),
    );
  });
});

describe("addBusinessHours", () => {
  it("carries the rest over the night", () => {
    expect(addBusinessHours(calendar, at("2026-11-20", 15), 4)).toEqual(at("2026-11-23", 10));
  });
  it("ends inside open hours", () => {
    const instants = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2027-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), (from, hours) => {
        const due = addBusinessHours(calendar, from, hours);
        expect(isBusinessDay(calendar, dateIn(calendar.timeZone, due))).toBe(true);
      }),
    );
  });
});
