import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

describe("the path after sign-in", () => {
  it.each(["/intake", "/provider/0190/referrals?stage=new", "/manager/goals#flow"])("takes %s", (path) => {
    expect(ownPath(path, "/f")).toBe(path);
  });
  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\tevil",
    "\\\\evil",
    "javascript:alert(1)",
    "/ok\r\nSet-Cookie: a=b",
    "",
    null,
    undefined,
    7,
    "intake",
    "/sign-in?to=/x",
    "/sign-out",
    `/${"a".repeat(600)}`,
    "/..//evil.example",
    "/%0d%0a",
    "/.//evil.example",
  ])("does not take %j", (path) => {
    const answer = ownPath(path, "/f");
    expect(answer === "/f" || new URL(answer, "http://portal.test").origin === "http://portal.test").toBe(
      true,
    );
    expect(answer.startsWith("//")).toBe(false);
  });
});
