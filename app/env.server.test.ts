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

  it("takes the agency's sign-in whole or not at all, by https, with roles of the agency", () => {
    const whole = {
      OIDC_ISSUER: "https://login.county.example.gov/tenant",
      OIDC_CLIENT_ID: "upstream",
      OIDC_CLIENT_SECRET: "s",
      OIDC_DOMAIN: "county.example.gov",
      OIDC_GROUP_ROLES: "Prevention Desk=hotline_screener, Audit=auditor@harbor",
    };
    expect(parseEnv(whole)).toMatchObject(whole);
    const { OIDC_DOMAIN: _domain, ...without } = whole;
    expect(() => parseEnv(without)).toThrow(/OIDC_DOMAIN: needed/);
    for (const [name, value] of [
      ["OIDC_ISSUER", "http://login.county.example.gov"],
      ["OIDC_DOMAIN", "@county.example.gov"],
      ["OIDC_GROUP_ROLES", "Prevention Desk"],
      ["OIDC_GROUP_ROLES", "Partners=provider_manager"],
      ["OIDC_GROUP_ROLES", "All=platform_operator"],
    ] as const)
      expect(() => parseEnv({ ...whole, [name]: value })).toThrow(name);
  });

  it("takes one way for mails, and a mail server's address that can be used", () => {
    const set = {
      SMTP_URL: "smtp://portal:p%40ss@mail.county.example.gov:587",
      MAIL_FROM: "portal@county.example.gov",
    };
    expect(parseEnv(set)).toMatchObject(set);
    expect(parseEnv({ ...set, SMTP_URL: "smtp://localhost:25" }).SMTP_URL).toBe("smtp://localhost:25");
    expect(() => parseEnv({ ...set, SENDGRID_API_KEY: "SG.x" })).toThrow(
      /SMTP_URL or SENDGRID_API_KEY, not both/,
    );
    expect(() => parseEnv({ SMTP_URL: set.SMTP_URL })).toThrow(/MAIL_FROM: needed with SMTP_URL/);
    for (const wrong of [
      "mail.county.example.gov:587",
      "https://mail.county.example.gov",
      "smtp://portal@mail.county.example.gov",
      "smtp://portal:p%@mail.county.example.gov",
      "smtp://portal:p#ss@mail.county.example.gov",
      "smtp://mail.county.example.gov/inbox",
    ]) {
      expect(() => parseEnv({ ...set, SMTP_URL: wrong })).toThrow(
        /SMTP_URL: smtp:\/\/user:password@host:587/,
      );
      expect(() => parseEnv({ ...set, SMTP_URL: wrong })).not.toThrow(/county\.example/);
    }
  });

  it("refuses an address that is no PostgreSQL", () => {
    expect(() => parseEnv({ DATABASE_URL: "mysql://localhost/x" })).toThrow(/DATABASE_URL/);
  });
});
