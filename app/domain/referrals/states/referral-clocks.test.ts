import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantAt } from "../../kernel/calendar";
import { calendarOf, readJurisdictionSettings } from "../../organizations/jurisdiction-settings";
import { attemptShortfall } from "./attempt-rule";
import { clockStep } from "./clock-step";
import { openHoursBetween } from "../../kernel/business-calendar";
import { dueAfterPauses, dueOnEntering } from "./referral-clocks";

const zone = "America/New_York";
const settings = readJurisdictionSettings({ calendar: { holidays: ["2026-11-26"] } });
const calendar = calendarOf(settings, zone);
const rules = { calendar, clocks: settings.clocks };
const at = (date: string, hour: number, minute = 0) => instantAt(zone, date, hour, minute);

describe("due times", () => {
  it("gives a provider two business days, one when urgent, over weekend and holiday", () => {
    expect(dueOnEntering("sent", at("2026-11-20", 14, 14), false, rules).dueAt).toEqual(
      at("2026-11-24", 14, 14),
    );
    expect(dueOnEntering("sent", at("2026-11-25", 9), true, rules).dueAt).toEqual(at("2026-11-27", 9));
  });
  it("gives a pause a resume-by instead", () => {
    const pause = dueOnEntering("on_hold", at("2026-11-20", 9), false, rules);
    expect(pause.dueAt).toBeNull();
    expect(pause.resumeBy).toEqual(new Date(at("2026-11-20", 9).getTime() + 60 * 86_400_000));
  });
  it("lets the provider's clock wait while the sender has a question", () => {
    const due = at("2026-11-24", 14);
    const asked = { from: at("2026-11-23", 12), to: at("2026-11-25", 10) };
    expect(openHoursBetween(calendar, asked.from, due)).toBeCloseTo(11, 1);
    expect(dueAfterPauses(calendar, due, [asked])).toEqual(at("2026-11-27", 12));
    expect(dueAfterPauses(calendar, due, [])).toEqual(due);
  });
  it("ends when the instants are not whole minutes apart", () => {
    const from = at("2026-11-23", 12);
    expect(openHoursBetween(calendar, from, new Date(from.getTime() + 90_500))).toBeCloseTo(1 / 60, 5);
  });
  it("never gives less time for a pause", () => {
    const instants = fc.date({
      min: new Date("2026-03-01"),
      max: new Date("2026-12-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 400 }),
        (sent, ask, answer) => {
          const due = dueOnEntering("sent", sent, false, rules).dueAt as Date;
          const from = new Date(Math.min(sent.getTime() + ask * 900_000, due.getTime()));
          const to = new Date(from.getTime() + answer * 900_000);
          expect(dueAfterPauses(calendar, due, [{ from, to }]).getTime()).toBeGreaterThanOrEqual(
            due.getTime() - 120_000,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("clockStep", () => {
  const sentAt = at("2026-11-16", 9);
  const row = { status: "sent" as const, sentAt, dueAt: at("2026-11-18", 9), resumeBy: null };
  const none = { half: false, due: false };
  it("reminds half way and when due, once each, and ends at the end of the grace", () => {
    expect(clockStep(row, none, at("2026-11-17", 8), rules)).toBeNull();
    expect(clockStep(row, none, at("2026-11-17", 10), rules)).toBe("remind_half");
    expect(clockStep(row, { half: true, due: false }, at("2026-11-17", 10), rules)).toBeNull();
    expect(clockStep(row, none, at("2026-11-18", 9), rules)).toBe("remind_due");
    expect(clockStep(row, { half: true, due: true }, at("2026-11-19", 9), rules)).toBeNull();
    expect(clockStep(row, none, at("2026-11-20", 9), rules)).toBe("expire");
  });
  it("never ends what is under way", () => {
    expect(clockStep({ ...row, status: "contacting" }, none, at("2026-12-20", 9), rules)).toBe("remind_due");
  });
});

describe("attemptShortfall", () => {
  const tries = [
    { at: at("2026-11-02", 10), way: "call" },
    { at: at("2026-11-05", 18), way: "text" },
    { at: at("2026-11-08", 10), way: "call" },
  ];
  it("opens with three tries, two ways, two times of day, over seven days", () => {
    expect(attemptShortfall(tries, settings.attemptRule, zone, at("2026-11-09", 10)).met).toBe(true);
  });
  it("says what is missing", () => {
    expect(attemptShortfall([], settings.attemptRule, zone, at("2026-11-09", 10))).toEqual({
      tries: 3,
      ways: 2,
      timesOfDay: 2,
      days: 7,
      met: false,
    });
    const rushed = tries.slice(0, 1);
    expect(attemptShortfall(rushed, settings.attemptRule, zone, at("2026-11-03", 10))).toEqual({
      tries: 2,
      ways: 1,
      timesOfDay: 1,
      days: 6,
      met: false,
    });
  });
});
