import { expect, it } from "vitest";
import { readBirthDate } from "./read-birth-date";

const read = (raw: string, format: string | null = null) => readBirthDate(raw, format, 2026);

it.each([
  ["2012-03-04", null, "20120304"],
  ["20120304", "yyyyMMdd", "20120304"],
  ["04032012", "ddMMyyyy", "20120304"],
  ["04/03/2012", "dd/MM/yyyy", "20120304"],
  ["3/4/2012", null, "20120304"],
  ["25/12/2012", null, "20121225"],
  ["3/4/12", "M/d/yy", "20120304"],
  ["3/4/87", "M/d/yy", "19870304"],
  ["4-Mar-2012", null, "20120304"],
  ["March 4, 2012", null, "20120304"],
  ["2012-03-04T00:00:00Z", null, "20120304"],
  ["2O31-l2-05", null, "20311205"],
  ["2O1l-l2-05", null, "20111205"],
] as const)("reads %s by %s", (raw, format, digits) => expect(read(raw, format).digits).toBe(digits));

it("keeps digits that are no day, as evidence, and says so", () => {
  expect(read("19901341", "yyyyMMdd")).toEqual({ digits: "19901341", fault: "no_such_day" });
  expect(read("2013-02-29")).toEqual({ digits: "20130229", fault: "no_such_day" });
  expect(read("2031-12-05")).toMatchObject({ fault: "out_of_range" });
});

it("leaves out placeholders and what is no date", () => {
  expect(read("1900-01-01")).toEqual({ digits: null, fault: "placeholder" });
  expect(read("soon")).toEqual({ digits: null, fault: "unreadable" });
  expect(read("1012-03-04")).toEqual({ digits: null, fault: "out_of_range" });
});
