import { describe, expect, it } from "vitest";
import { readAddress } from "./read-address";
import { readHours } from "./read-hours";

describe("readHours", () => {
  it.each([
    ["Mon-Fri 9-5", ["MO", "TU", "WE", "TH", "FR"], "09:00", "17:00"],
    ["Mondays and Thursdays, 6 pm to 8 pm", ["MO", "TH"], "18:00", "20:00"],
    ["Weekdays 9:00\u201317:30", ["MO", "TU", "WE", "TH", "FR"], "09:00", "17:30"],
    ["Tuesdays 5:30-7 p.m.", ["TU"], "17:30", "19:00"],
    ["lunes a viernes, 9 am a 1 pm", ["MO", "TU", "WE", "TH", "FR"], "09:00", "13:00"],
    ["los s\u00e1bados de 10 a 12", ["SA"], "10:00", "12:00"],
    ["Saturdays", ["SA"], null, null],
    ["10 am - 2 pm", [], "10:00", "14:00"],
  ])("reads %s", (text, byday, opensAt, closesAt) => {
    expect(readHours(text)).toEqual({ byday, opensAt, closesAt });
  });

  it.each([
    "By appointment",
    "Mon 9-5, Tue 10-6",
    "Tuesdays 5-7",
    "Mon 9",
    "Fri-Mon 9-5",
    "First Monday 9-5",
    "",
    "25:00-26:00",
  ])("leaves %s as it is", (text) => {
    expect(readHours(text)).toBeNull();
  });
});

describe("readAddress", () => {
  it("reads street, city, state and ZIP, and nothing less", () => {
    const whole = { street: "8 Pretend Avenue", city: "Baltimore", state: "MD", postalCode: "21215" };
    expect(readAddress("8 Pretend Avenue, Baltimore, MD 21215")).toEqual(whole);
    expect(readAddress(" 8 Pretend Avenue,\nBaltimore MD  21215 ")).toEqual(whole);
    expect(readAddress("8 Pretend Avenue, Suite 4, Baltimore 21215")).toEqual({
      ...whole,
      street: "8 Pretend Avenue, Suite 4",
      state: "",
    });
    for (const text of [
      "Baltimore",
      "21215",
      "8 Pretend Avenue",
      "the library",
      "8 Pretend Avenue, Baltimore",
    ])
      expect(readAddress(text), text).toBeNull();
  });
});
