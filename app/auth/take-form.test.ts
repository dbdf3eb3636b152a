import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Invalid, NotFound } from "~/domain/kernel/errors";
import { list, rows, text, textUpTo, ticked } from "./form-fields";
import { readForm } from "./read-form.server";
import { type FormActs, takeForm } from "./take-form.server";

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request("http://portal.test/page", { method: "POST", body, headers });
const read = (fields: [string, string][]) => readForm(post(new URLSearchParams(fields)));

describe("a posted form", () => {
  it("has one value by name, a list of those that come again, and fields within fields", async () => {
    const { fields } = await read([
      ["name", "Ana"],
      ["mode", "home"],
      ["mode", "video"],
      ["children.0.firstName", "Luz"],
      ["children.1.firstName", "Sol"],
    ]);
    const schema = z.object({
      name: text,
      mode: list(z.string()),
      who: list(z.string()),
      children: rows(z.object({ firstName: text })),
      siblings: rows(z.object({ firstName: text })),
      messageOk: ticked,
      short: textUpTo(2),
    });
    expect(schema.parse({ ...fields, short: "long" })).toEqual({
      name: "Ana",
      mode: ["home", "video"],
      who: [],
      children: [{ firstName: "Luz" }, { firstName: "Sol" }],
      siblings: [],
      messageOk: false,
      short: "lo",
    });
  });

  it("comes back as it was typed, first values only, cut where longer than any of ours, and no secret", async () => {
    const { typed } = await read([
      ["help", "x".repeat(10_000)],
      ["mode", "home"],
      ["mode", "video"],
      ["currentPassword", "secret"],
      ["password", "secret"],
    ]);
    expect(typed).toEqual({ help: "x".repeat(4_000), mode: "home" });
  });

  it("holds names of other objects as words only", async () => {
    const { fields } = await read([
      ["__proto__", "a"],
      ["__proto__.admin", "b"],
      ["constructor.prototype", "c"],
      ["x.__proto__.admin", "d"],
    ]);
    expect(Object.getPrototypeOf(fields)).toBeNull();
    expect(({} as Record<string, unknown>)["admin"]).toBeUndefined();
    expect(Object.prototype.constructor).toBe(Object);
  });

  it("is refused when it has more fields than any form of ours, by other names or by one", async () => {
    for (const name of [(n: number) => `f${n}`, () => "a"]) {
      const many = Array.from({ length: 60_000 }, (_, n): [string, string] => [name(n), ""]);
      await expect(read(many)).rejects.toMatchObject({ status: 413 });
    }
  });

  it("takes a field that is a word and a place of fields as one of the two", async () => {
    expect(
      (
        await read([
          ["a", "1"],
          ["a.b", "2"],
        ])
      ).fields["a"],
    ).toBe("1");
  });

  const file = new FormData();
  file.append("intent", new Blob(["end"]), "end.txt");
  it.each([
    ["no body", post(null)],
    ["words without a kind", post(new Blob(["intent=end"]))],
    ["JSON", post('{"intent":"end"}', { "content-type": "application/json" })],
    ["a broken form of parts", post("--x\r\nhalf", { "content-type": "multipart/form-data; boundary=x" })],
    ["parts without a boundary", post("intent=end", { "content-type": "multipart/form-data" })],
    ["a file", post(file)],
  ])("answers 400 to %s", async (_, request) => {
    await expect(readForm(request)).rejects.toMatchObject({ status: 400 });
  });
});

const ending = z.object({ version: z.coerce.number() });
type Schemas = { end: typeof ending };
const acts: FormActs<{ by: string }, Schemas> = {
  end: [ending, ({ input, by }) => Promise.resolve([by, input.version])],
};

describe("the intent of a form", () => {
  const take = async (fields: [string, string][]) =>
    takeForm<{ by: string }, Schemas, typeof acts>(acts, await read(fields));

  it("finds its act, which gets the fields as the schema reads them", async () => {
    const act = await take([
      ["intent", "end"],
      ["version", "3"],
    ]);
    expect(await act({ by: "Ana" })).toEqual(["Ana", 3]);
  });
  it("is refused with its fields by name when they do not fit", async () => {
    const refused = take([
      ["intent", "end"],
      ["version", "new"],
    ]);
    await expect(refused).rejects.toBeInstanceOf(Invalid);
    await expect(refused).rejects.toMatchObject({ fieldErrors: { version: [expect.any(String)] } });
  });
  it.each(["", "begin", "__proto__", "constructor", "valueOf", "toString", "hasOwnProperty"])(
    "is not found when it is %j",
    async (intent) => {
      await expect(take([["intent", intent]])).rejects.toBeInstanceOf(NotFound);
    },
  );
  it("is not found when it is missing, or said twice", async () => {
    await expect(take([["version", "3"]])).rejects.toBeInstanceOf(NotFound);
    await expect(
      take([
        ["intent", "end"],
        ["intent", "end"],
      ]),
    ).rejects.toBeInstanceOf(NotFound);
  });
});
