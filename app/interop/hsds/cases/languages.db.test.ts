import { expect, it } from "vitest";
import { asSystem } from "../../../../tests/setup/listing-rows";
import { caseDesk, caseFolder, folderOf } from "../../../../tests/setup/case-desk";
import { testDatabase } from "../../../../tests/setup/database";
import { readSearch } from "~/domain/directory/index.server";
import { languageCode } from "~/domain/directory/reading/language-code";

const db = await testDatabase();

it("finds a language by either of its codes or its name, and gives back what it was", async () => {
  const desk = await caseDesk(db, "languages");
  await desk.take(caseFolder("language-codes"));
  const found = async (line: string) => {
    const { criteria } = await asSystem(db, desk.here, (ctx) => readSearch(ctx, { line }));
    const { results } = await desk.find(criteria);
    return results
      .filter(({ facts }) => facts.staffLanguages.length > 0)
      .map(({ card }) => card.name.slice(-1))
      .toSorted();
  };
  expect(await found("redshank visits spanish")).toEqual(["1", "2", "3", "4", "7"]);
  expect(await found("redshank visits vietnamese")).toEqual(["5"]);
  expect(await found("redshank visits chinese")).toEqual(["6"]);
  expect(await found("redshank visits english")).toEqual(["8"]);
  const who = [...(await desk.cards())].map(([name, { lines }]) => `${name.slice(-1)} ${lines[2]}`);
  expect(who.toSorted()).toEqual([
    ...["1", "2", "3", "4"].map((n) => `${n} In Spanish.`),
    "5 In Vietnamese.",
    "6 In Chinese.",
    "7 In Spanish.",
    "8 In English.",
  ]);
  const out = await desk.give();
  expect(
    out
      .table("languages")
      .map((row) => `${row["name"]} ${row["code"]}`)
      .toSorted(),
  ).toEqual([
    "Chinese zho",
    "English eng",
    "Spanish ",
    "Spanish (Mexico) es-MX",
    "Spanish es",
    "Spanish spa",
    "Spanish spanish",
    "Vietnamese vie",
  ]);
  const again = await desk.take(out.file, "own");
  expect([again.updated["language"], again.updated["service"], again.imported["language"]]).toEqual([
    0, 0, 0,
  ]);
});

it("knows the codes of both lists, and names", () => {
  const words = [
    "spa",
    "ES",
    "es_MX",
    "chi",
    "zho",
    "ger",
    "deu",
    "tgl",
    "fil",
    "hat",
    "som",
    "Somali",
    "español",
    "Mandarin",
    "ASL",
    "pol",
  ];
  expect(words.map(languageCode)).toEqual([
    "es",
    "es",
    "es",
    "zh",
    "zh",
    "de",
    "de",
    "tl",
    "tl",
    "ht",
    "so",
    "so",
    "es",
    "zh",
    "ase",
    "pl",
  ]);
  expect(["ask us", "12", ""].map(languageCode)).toEqual([null, null, null]);
});

it("says the same in SQL", async () => {
  const words = [
    "spa",
    "ES",
    "es_MX",
    "es-419",
    "chi",
    "fil",
    "som",
    "Spanish (Mexico)",
    "español",
    "ase",
    "xyz",
  ];
  const { rows } = await db.owner.query(
    "select plain_language(w) as code from unnest($1::text[]) with ordinality u(w, n) order by n",
    [words],
  );
  expect(rows.map((row) => row.code)).toEqual(words.map(languageCode));
});

it("takes a source's own lists and its interpreters by the same code", async () => {
  const desk = await caseDesk(db, "language-lists");
  await desk.take(
    await folderOf({
      "organizations.csv": "id,name,description\no1,Quayside Family Trust,Helps\n",
      "services.csv": `id,organization_id,name,status\ns1,o1,Redshank,active\n`,
      "languages.csv": "id,service_id,name,code,note\ng1,s1,,spa,\ng2,s1,Korean,kor,Interpreter on request\n",
    }),
  );
  expect(
    await desk.rows("select staff_languages, interpreter_languages from service where jurisdiction_id = $1"),
  ).toEqual([{ staff_languages: ["es"], interpreter_languages: ["ko"] }]);
});
