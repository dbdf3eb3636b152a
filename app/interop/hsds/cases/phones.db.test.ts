import { expect, it } from "vitest";
import { caseDesk, caseFolder, folderOf, told } from "../../../../tests/setup/case-desk";
import { testDatabase } from "../../../../tests/setup/database";

const db = await testDatabase();

it("shows the number that rings, whatever case its kind is written in", async () => {
  const desk = await caseDesk(db, "types");
  await desk.take(caseFolder("phone-types"));
  const cards = await desk.cards();
  expect([...cards].map(([name, { phone }]) => [name, phone]).toSorted()).toEqual([
    ["Heron Parent Line", "(410) 555-0182"],
    ["Kestrel Parent Line", "(410) 555-0184"],
    ["Plover Parent Line", "(410) 555-0186"],
  ]);
});

it("takes short numbers, words on the keys and numbers for texts, and dials them", async () => {
  const desk = await caseDesk(db, "short");
  const report = await desk.take(caseFolder("phone-short"));
  expect([report.rejected, told(report.warnings)]).toEqual([[], []]);
  const cards = await desk.cards();
  const said = [...cards].map(([name, { phone, href }]) => [Number(name.slice(12)), phone, href]);
  expect(said.toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
    [1, "988", "tel:988"],
    [2, "9-8-8", "tel:988"],
    [3, "2-1-1", "tel:211"],
    [4, "TTY: 711", "tel:711"],
    [5, "Text 741741", "sms:741741"],
    [6, "Text HOME to 741741", "sms:741741?body=HOME"],
    [7, "(800) 555-8255", "tel:8005558255"],
    [8, "(800) 555-HELP", "tel:8005554357"],
    [9, "(410) 555-0187", "tel:+14105550187"],
    [10, "(800) 555-0188", "tel:8005550188"],
  ]);
  const out = await desk.give();
  const again = await desk.take(out.file, "own");
  expect([again.updated["phone"], again.rejected]).toEqual([0, []]);
});

it("keeps extensions, also those that are no numbers, and gives them back", async () => {
  const desk = await caseDesk(db, "extensions");
  const phones = [
    "p1,s1,410-555-0101,12",
    "p2,s2,410-555-0102,OPT2",
    "p3,s3,410-555-0103,012",
    "p4,s4,410-555-0104 x77,",
  ];
  const folder = await folderOf({
    "organizations.csv": "id,name,description\no1,Quayside Family Trust,Helps\n",
    "services.csv": `id,organization_id,name,status\n${[1, 2, 3, 4].map((n) => `s${n},o1,Curlew ${n},active`).join("\n")}\n`,
    "phones.csv": `id,service_id,number,extension\n${phones.join("\n")}\n`,
  });
  const report = await desk.take(folder);
  expect([report.rejected, report.warnings]).toEqual([[], []]);
  const said = [...(await desk.cards()).values()].map(({ phone, href }) => `${phone} ${href}`);
  expect(said.toSorted()).toEqual([
    "(410) 555-0101 ext. 12 tel:4105550101;ext=12",
    "(410) 555-0102 ext. OPT2 tel:4105550102",
    "(410) 555-0103 ext. 012 tel:4105550103;ext=012",
    "(410) 555-0104 ext. 77 tel:4105550104;ext=77",
  ]);
  const out = await desk.give();
  expect(
    out
      .table("phones")
      .map((row) => row["extension"] || row["extension_words"])
      .toSorted(),
  ).toEqual(["012", "12", "77", "OPT2"]);
  const again = await desk.take(out.file, "own");
  expect(again.updated["phone"]).toBe(0);
  expect((await desk.take(folder)).updated["phone"]).toBe(0);
});
