import { expect, it } from "vitest";
import { numberToCall } from "./number-to-call";
import { dialAddress, readPhoneNumber, storedExtension } from "./phone-number";

it.each([
  ["988", "tel:988"],
  ["9-8-8", "tel:988"],
  ["2-1-1", "tel:211"],
  ["TTY: 711", "tel:711"],
  ["741741", "sms:741741"],
  ["Text HOME to 741741", "sms:741741?body=HOME"],
  ["1-800-555-TALK (8255)", "tel:8005558255"],
  ["(311)    -", "tel:311"],
  ["(800) 555-HELP", "tel:8005554357"],
  ["1-800-MATTRESSES", "tel:8006288737"],
  ["tel:+14105550187", "tel:+14105550187"],
  ["Toll free: 800-555-0188", "tel:8005550188"],
  ["410-555-0100 x12", "tel:4105550100;ext=12"],
  ["(410) 555-0100 ext. 12", "tel:4105550100;ext=12"],
  ["410.555.0100 / 410.555.0101", "tel:4105550100"],
  ["410-555-0100 (Maria)", "tel:4105550100"],
  ["+44 20 7946 0958", "tel:+442079460958"],
  ["555-0100", "tel:5550100"],
])("dials %s", (written, address) => {
  expect(readPhoneNumber(written)).not.toBeNull();
  expect(dialAddress(written, null)).toBe(address);
});

it.each(["", "call us", "N/A", "(410)    -", "(   ) -  -", "12", "1234", "see website", "x12"])(
  "takes %s for no number",
  (written) => expect(readPhoneNumber(written)).toBeNull(),
);

it("dials the extension of a row, where it is one of digits", () => {
  expect(dialAddress("410-555-0100", 12)).toBe("tel:4105550100;ext=12");
  expect(dialAddress("410-555-0100", "012")).toBe("tel:4105550100;ext=012");
  expect(dialAddress("410-555-0100", "OPT2")).toBe("tel:4105550100");
  expect(["12", "012", "OPT2", " ", "99999999999"].map(storedExtension)).toEqual([
    { extension: 12, extensionWords: null },
    { extension: null, extensionWords: "012" },
    { extension: null, extensionWords: "OPT2" },
    { extension: null, extensionWords: null },
    { extension: null, extensionWords: "99999999999" },
  ]);
});

it("calls a voice, never a fax or a textphone, and texts only where there is nothing else", () => {
  const line = (type: string, number = "410-555-0100") => ({ type, number });
  const silent = ["Fax", "fax_number", "toll_free_fax", "TTY", "TTY/TDD", "textphone", "Pager", " telefax "];
  for (const type of silent) expect(numberToCall([line(type)])).toBeUndefined();
  expect(numberToCall([line("", "Fax: 410-555-0100")])).toBeUndefined();
  expect(numberToCall([line("TEXT"), line("Cell", "2")])?.number).toBe("2");
  expect(numberToCall([line("text")])?.type).toBe("text");
});
