import { expect, it } from "vitest";
import { shownFields, type ShownRecord } from "~/domain/linkage/pair-views";
import { orderFields } from "./order-fields";

const record = (said: Partial<ShownRecord>): ShownRecord => ({
  ...(Object.fromEntries(shownFields.map((field) => [field, null])) as ShownRecord),
  ...said,
});

it("puts what differs first, then what one side says, then what agrees; and leaves out what nobody says", () => {
  const rows = orderFields({
    portal: record({ first_name: "José", last_name: "Testcase", phone: "(410) 555-0142", sex: "male" }),
    agency: record({ first_name: "JOSE", last_name: "Testcaze", phone: "4105550142", suffix: "Jr" }),
  });
  expect(rows.map(({ field, standing }) => [field, standing])).toEqual([
    ["last_name", "differs"],
    ["suffix", "onlyOne"],
    ["sex", "onlyOne"],
    ["first_name", "same"],
    ["phone", "same"],
  ]);
});
