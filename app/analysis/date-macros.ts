/**
 * The date rules of measures.md section 2 as DuckDB macros, the same as app/domain/measures/calendar-dates.ts
 * (date-macros.test.ts holds them side by side).
 */
export const dateMacros = `
CREATE OR REPLACE MACRO completed_months(a, e) AS
  12 * (year(e) - year(a)) + (month(e) - month(a)) - CASE WHEN day(e) < day(a) THEN 1 ELSE 0 END;
CREATE OR REPLACE MACRO month_after(a, n) AS CAST(date_trunc('month', a) + to_months(n) AS DATE);
CREATE OR REPLACE MACRO last_window_day(a, n) AS
  least(month_after(a, n) + CAST(day(a) - 2 AS INTEGER), last_day(month_after(a, n)));
CREATE OR REPLACE MACRO eighteenth_birthday(d) AS
  CASE WHEN month(d) = 2 AND day(d) = 29 AND day(last_day(month_after(d, 216))) = 28
       THEN month_after(d, 217) ELSE month_after(d, 216) + CAST(day(d) - 1 AS INTEGER) END;
CREATE OR REPLACE MACRO age_band(dob, on_day) AS
  CASE WHEN dob IS NULL OR dob > on_day THEN 'missing'
    WHEN completed_months(dob, on_day) <= 3 THEN '0m-3m' WHEN completed_months(dob, on_day) <= 11 THEN '4m-11m'
    WHEN completed_months(dob, on_day) < 72 THEN '1-5' WHEN completed_months(dob, on_day) < 132 THEN '6-10'
    WHEN completed_months(dob, on_day) < 204 THEN '11-16' ELSE '17' END;
`;
