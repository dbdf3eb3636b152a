import { describe, expect, it } from "vitest";
import { agreeExactly, agreementKey, plainName, type Named } from "./agree-exactly";

const person = (
  id: string,
  firstName: string | null,
  lastName: string | null,
  birthDate: string | null,
): Named => ({ id, firstName, lastName, birthDate });

describe("plain names", () => {
  it.each([
    ["José ", "jose"],
    ["O'Testcase", "otestcase"],
    ["Sample-Name", "sample-name"],
    ["Example Jr.", "example"],
    ["  ", null],
    ["李", "李"],
  ])("%s becomes %s", (name, plain) => expect(plainName(name)).toBe(plain));
});

describe("exact agreement", () => {
  const key = agreementKey(person("x", "Ana", "Testcase", "2018-04-05"))!;

  it("links what is the only one on both sides", () => {
    expect(
      agreeExactly([person("p", "ANA", "Testcase", "2018-04-05")], new Map([[key, ["c1"]]])).get("p"),
    ).toBe("c1");
  });

  it("says why not, otherwise", () => {
    const twins = [
      person("p", "Ana", "Testcase", "2018-04-05"),
      person("q", "Ana", "Testcase", "2018-04-05"),
    ];
    const unlinked = (persons: Named[], agency: Map<string, string[]>): unknown =>
      agreeExactly(persons, agency).get("p");
    expect(unlinked(twins, new Map([[key, ["c1"]]]))).toEqual({ unlinked: "ambiguous" });
    expect(unlinked([twins[0]!], new Map([[key, ["c1", "c2"]]]))).toEqual({ unlinked: "ambiguous" });
    expect(unlinked([twins[0]!], new Map())).toEqual({ unlinked: "no_match" });
    expect(unlinked([person("p", "Ana", null, "2018-04-05")], new Map([[key, ["c1"]]]))).toEqual({
      unlinked: "missing_fields",
    });
    expect(unlinked([person("p", "Ana", "Testcase", "1900-01-01")], new Map())).toEqual({
      unlinked: "missing_fields",
    });
  });
});
