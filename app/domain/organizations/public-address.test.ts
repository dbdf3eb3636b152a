import { expect, it } from "vitest";
import { languages } from "../../locales/languages";
import { paths } from "../../paths";
import { type Addressed, findPlace, readPublicAddress } from "./public-address";

it.each([
  ["https://families.example.gov", "https://families.example.gov"],
  [" HTTPS://Families.Example.gov:443/ ", "https://families.example.gov"],
  ["http://a.localhost:4731", "http://a.localhost:4731"],
  ["https://portal.example.gov/harbor/", "https://portal.example.gov/harbor"],
])("keeps %j as %j", (typed, address) => expect(readPublicAddress(typed)).toEqual({ address }));

it.each([
  ...["families.example.gov", "ftp://a.example", "https://me@a.example", "javascript:alert(1)", "//evil"],
  ...["https://a.example/?x", "https://a.example/#x", "https://a.example.", "https://"],
])("refuses %j", (typed) => expect(readPublicAddress(typed)).toEqual({ fault: "address_wrong" }));

it.each(["/harbor/north", "/Harbor", "/h%61rbor", "/-x", "/a.b", "/x"])("refuses the path %j", (path) =>
  expect(readPublicAddress(`https://a.example${path}`)).toEqual({ fault: "address_path" }),
);

it("gives no jurisdiction a word that means a page", () => {
  const firsts = paths.map((path) => path.split("/")[1] ?? "").filter((word) => word && word[0] !== ":");
  for (const word of [...firsts, ...languages, "fr", "assets", "words", "healthz", "readyz"])
    expect([word, readPublicAddress(`https://a.example/${word}`)]).toEqual([
      word,
      { fault: "address_reserved" },
    ]);
});

const first: Addressed = { id: "first", address: null };
const onHost: Addressed = { id: "host", address: "https://b.example" };
const onWord: Addressed = { id: "word", address: "https://portal.example/riverside" };
const all = [first, onHost, onWord];
const at = (host: string, path = "/en", isOwn = false, rows = all) => findPlace(rows, { host, path, isOwn });

it("finds by host, whatever port says the same", () => {
  const found = { jurisdictionId: "host", origin: "https://b.example", prefix: "" };
  expect(at("b.example")).toEqual(found);
  expect(at("B.example:443")).toEqual(found);
  for (const other of ["b.example:8443", "b.example.evil.example", "xb.example", "b.example@evil", ""])
    expect([other, at(other)]).toEqual([other, null]);
});

it("finds by the first word of the path, in any letters, and only on its host", () => {
  const found = { jurisdictionId: "word", origin: "https://portal.example", prefix: "/riverside" };
  for (const path of ["/riverside", "/riverside/en/find", "/riverside?x", "/riverside/"])
    expect([path, at("portal.example", path)]).toEqual([path, found]);
  expect(at("portal.example", "/Riverside/en")).toEqual({ ...found, prefix: "/Riverside" });
  expect(at("portal.example", "/riversides/en")?.jurisdictionId).toBeNull();
  expect(at("b.example", "/riverside/en")?.jurisdictionId).toBe("host");
});

it("leaves the installation's own address to the first, until it has one of its own", () => {
  expect(at("portal.example", "/en", true)?.jurisdictionId).toBe("first");
  const moved = [{ ...first, address: "https://a.example" }, onHost, { id: "late", address: null }];
  expect(at("portal.example", "/en", true, moved)).toMatchObject({ jurisdictionId: null, origin: null });
});

it("answers everywhere while there is only one, or while none has an address", () => {
  const alone = { jurisdictionId: "host", origin: null, prefix: "" };
  expect(at("anything.example", "/en", false, [onHost])).toEqual(alone);
  const unsaid = [first, { id: "second", address: null }];
  expect(at("anything.example", "/en", false, unsaid)?.jurisdictionId).toBe("first");
});
