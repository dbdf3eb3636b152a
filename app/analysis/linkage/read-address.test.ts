import { expect, it } from "vitest";
import { readHouseNumber, readPostcode, readSex, readUnit } from "./read-address-parts";
import { readStreet } from "./read-street";

it("reads a street with or without its number and unit", () => {
  expect(readStreet("123 North Main Street, Apt. 4B")).toEqual({
    number: "123",
    street: "n main st",
    unit: "4b",
  });
  expect(readStreet("Main St #12")).toEqual({ number: null, street: "main st", unit: "12" });
  expect(readStreet("Fox Place")).toEqual({ number: null, street: "fox pl", unit: null });
});

it.each([
  "PO Box 100",
  "P.O. Box 7",
  "General Delivery",
  "homeless",
  "House of Hope Shelter",
  "c/o Smith",
  "",
])("takes %s for no household", (raw) =>
  expect(readStreet(raw)).toEqual({ number: null, street: null, unit: null }),
);

it("reads the parts of an address, and sexes", () => {
  expect(readPostcode("21201-1234")).toEqual({ zip: "21201", sorted: "01122" });
  expect(readPostcode("1234").zip).toBe("01234");
  expect(readPostcode("SW1A 1AA").zip).toBe("sw1a1aa");
  expect(readPostcode("00000").zip).toBeNull();
  expect(readHouseNumber(" 12-A ")).toBe("12-a");
  expect(readUnit("Apt. 4 B")).toBe("4b");
  expect(["M", "female", "Hombre", "mujer", "2", "U"].map(readSex)).toEqual(["m", "f", "m", "f", "f", null]);
});
