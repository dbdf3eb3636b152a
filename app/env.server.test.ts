import { describe, expect, it } from "vitest";
import { parseEnv } from "./env.server";

describe("parseEnv", () => {
  it("has a default for everything a first start needs", () => {
    expect(parseEnv({})).toMatchObject({ PORT: 3000, DATA_FOLDER: "data", UPSTREAM_DEMO: false });
  });

  it("names a bad setting and keeps its value to itself", () => {
    expect(() => parseEnv({ PORT: "eighty", SESSION_SECRET: "hunter2" })).toThrow(
      /PORT[\s\S]*SESSION_SECRET/,
    );
    expect(() => parseEnv({ SESSION_SECRET: "hunter2" })).not.toThrow(/hunter2/);
  });

  it("takes an empty value as not set", () => {
    expect(parseEnv({ DATABASE_URL: "" }).DATABASE_URL).toBeUndefined();
  });

  it("refuses an address that is no PostgreSQL", () => {
    expect(() => parseEnv({ DATABASE_URL: "mysql://localhost/x" })).toThrow(/DATABASE_URL/);
  });
});
