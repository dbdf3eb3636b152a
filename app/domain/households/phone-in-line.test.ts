import { describe, expect, it } from "vitest";
import { phoneInLine } from "./phone-in-line";

describe("a phone number in the search line", () => {
  it("is found however it is written, and leaves the line", () => {
    for (const phone of ["4105550142", "410-555-0142", "(410) 555-0142", "410.555.0142", "+1 410 555 0142"]) {
      const found = phoneInLine(`${phone} parenting 21215`);
      expect(found.phone?.replace(/\D/g, "").slice(-10)).toBe("4105550142");
      expect(found.rest.replace(/^\($/, "")).toBe("parenting 21215");
    }
  });
  it("is not a ZIP, a ZIP with four more, an age or a longer number", () => {
    for (const line of ["parenting 21215 kids 3 and 6", "food 21215-4321", "id 123456789012345"])
      expect(phoneInLine(line)).toEqual({ phone: null, rest: line });
  });
});
