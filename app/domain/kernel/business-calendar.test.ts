import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BusinessCalendar,
  addBusinessDays,
  addBusinessHours,
  businessDayFrom,
  isBusinessDay,
  openHoursBetween,
} from "./business-calendar";
import { addDays, dateIn, instantAt } from "./calendar";
import { later } from "./durations";

const calendar: BusinessCalendar = {
  timeZone: "America/New_York",
  opensAt: 8,
  closesAt: 17,
  holidays: ["2026-11-26", "2026-12-25", "2027-01-01"],
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
  it("keeps it over the beginning, and steps over 31 December, New Year and a leap day", () => {
    expect(addBusinessDays(calendar, at("2027-03-12", 9), 1)).toEqual(at("2027-03-15", 9));
    expect(addBusinessDays(calendar, at("2026-12-31", 16), 1)).toEqual(at("2027-01-04", 16));
    expect(addBusinessDays(calendar, at("2028-02-28", 9, 30), 1)).toEqual(at("2028-02-29", 9, 30));
    expect(addBusinessDays(calendar, at("2028-02-29", 23, 59), 1)).toEqual(at("2028-03-02", 8));
  });
  it("counts back as it counts forth", () => {
    expect(businessDayFrom(calendar, "2026-11-28", -2)).toBe("2026-11-25");
    const dates = fc.integer({ min: 0, max: 900 }).map((n) => addDays("2026-01-01", n));
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), (date, days) => {
        const on = businessDayFrom(calendar, date, days);
        expect(isBusinessDay(calendar, on)).toBe(true);
        const back = businessDayFrom(calendar, on, -days);
        expect(isBusinessDay(calendar, date) ? back === date : back < date).toBe(true);
      }),
    );
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

const instants = fc.date({
  min: new Date("2026-01-01"),
  max: new Date("2028-03-31"),
  noInvalidDate: true,
});

describe("addBusinessHours", () => {
  it("carries the rest over the night", () => {
    expect(addBusinessHours(calendar, at("2026-11-20", 15), 4)).toEqual(at("2026-11-23", 10));
  });
  it("carries it over a change of the clock, a holiday and the year's end", () => {
    expect(addBusinessHours(calendar, at("2027-11-05", 16), 2)).toEqual(at("2027-11-08", 9));
    expect(addBusinessHours(calendar, at("2026-11-25", 16, 30), 1)).toEqual(at("2026-11-27", 8, 30));
    expect(addBusinessHours(calendar, at("2026-12-31", 16), 2)).toEqual(at("2027-01-04", 9));
  });
  it("ends inside open hours", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), (from, hours) => {
        const due = addBusinessHours(calendar, from, hours);
        expect(isBusinessDay(calendar, dateIn(calendar.timeZone, due))).toBe(true);
      }),
    );
  });
});

describe("openHoursBetween", () => {
  it("counts what addBusinessHours adds, and nothing while it is closed", () => {
    expect(openHoursBetween(calendar, at("2026-11-25", 16), at("2026-11-27", 9, 30))).toBe(2.5);
    expect(openHoursBetween(calendar, at("2026-11-26", 9), at("2026-11-26", 16))).toBe(0);
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 1800 }), (from, minutes) => {
        const to = addBusinessHours(calendar, from, minutes / 60);
        expect(Math.round(openHoursBetween(calendar, from, to) * 60)).toBe(minutes);
      }),
    );
  });
  it("is zero backwards and adds up over any moment between", () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: 0, max: 90_000 }),
        (from, a, b) => {
          const middle = later(from, { minutes: a });
          const to = later(middle, { minutes: b });
          const sum = openHoursBetween(calendar, from, middle) + openHoursBetween(calendar, middle, to);
          expect(openHoursBetween(calendar, from, to)).toBeCloseTo(sum, 6);
          if (dateIn(calendar.timeZone, from) !== dateIn(calendar.timeZone, to))
            expect(openHoursBetween(calendar, to, from)).toBe(0);
        },
      ),
    );
  });
});
