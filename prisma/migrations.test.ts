import { expect, it } from "vitest";
import { readMigrations } from "./schema-engine";

const names = readMigrations().migrationDirectories.map((directory) => directory.path);

it.each(names)("%s is named by a time and what it does", (name) => {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)_[a-z][a-z0-9_]+$/.exec(name) ?? [];
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  expect(time.toJSON()?.slice(0, 10)).toBe(`${year}-${month}-${day}`);
});

it("no two are of one time: their order would be that of their names", () => {
  const times = names.map((name) => name.split("_")[0]);
  expect(new Set(times).size).toBe(times.length);
});
