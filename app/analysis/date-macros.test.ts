import { DuckDBInstance } from "@duckdb/node-api";
import { expect, it } from "vitest";
import { completedMonths, eighteenthBirthday, lastWindowDay } from "../domain/measures/calendar-dates";
import { addDays } from "../domain/kernel/calendar";
import { dateMacros } from "./date-macros";

/** Every 37th day and every month's ends of ten years, leap days with them. */
function manyDates(): string[] {
  const dates: string[] = [];
  for (let i = 0; i < 3660; i++) {
    const date = addDays("2004-01-01", i);
    if (i % 37 === 0 || /-(28|29|30|31|01)$/.test(date)) dates.push(date);
  }
  return dates;
}

it("says the same in SQL as in TypeScript", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(dateMacros);
  const dates = manyDates();
  await connection.run(
    `CREATE TABLE t AS SELECT unnest([${dates.map((d) => `DATE '${d}'`).join(",")}]) AS d`,
  );
  const reader =
    await connection.runAndReadAll(`SELECT CAST(d AS VARCHAR) AS d, CAST(last_window_day(d, 6) AS VARCHAR) AS w6,
    CAST(last_window_day(d, 12) AS VARCHAR) AS w12, CAST(last_window_day(d, 24) AS VARCHAR) AS w24, CAST(eighteenth_birthday(d) AS VARCHAR) AS adult,
    completed_months(d, d + 401) AS m401, completed_months(d, d + 28) AS m28 FROM t`);
  const rows = reader.getRowObjects();
  expect(rows).toHaveLength(dates.length);
  for (const row of rows) {
    const d = String(row["d"]);
    expect([
      d,
      row["w6"],
      row["w12"],
      row["w24"],
      row["adult"],
      Number(row["m401"]),
      Number(row["m28"]),
    ]).toEqual([
      d,
      lastWindowDay(d, 6),
      lastWindowDay(d, 12),
      lastWindowDay(d, 24),
      eighteenthBirthday(d),
      completedMonths(d, addDays(d, 401)),
      completedMonths(d, addDays(d, 28)),
    ]);
  }
});
