import { expect, it } from "vitest";
import { reasonCode } from "./reason-code";

it.each([
  [
    "foster care entry on 2025-02-03, day 33",
    "event",
    { event: "foster_care_entry", day: "2025-02-03", n: "33" },
  ],
  [
    "no report from 2025-01-02 to 2025-12-31",
    "no_event",
    { event: "report", day: "2025-01-02", until: "2025-12-31" },
  ],
  ["window closes on 2027-01-01, after the end of data", "open", { day: "2027-01-01" }],
  ["turned 18 on 2025-03-03, inside the window", "turned_18", { day: "2025-03-03" }],
  ["not enrolled by 2025-03-02", "not_enrolled", { day: "2025-03-02" }],
])("%s", (reason, code, facts) => expect(reasonCode(reason)).toEqual({ code, facts }));

it("leaves what it does not know as it stands", () =>
  expect(reasonCode("second report on day 14")).toBeNull());
