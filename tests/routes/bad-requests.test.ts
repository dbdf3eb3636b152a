import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase, type TestDatabase } from "../setup/database";
import { openHttpPortal, type HttpPortal } from "./portal-over-http";

let db: TestDatabase;
let portal: HttpPortal;
const form = { "content-type": "application/x-www-form-urlencoded" };

beforeAll(async () => {
  db = await testDatabase();
  portal = await openHttpPortal({
    pool: db.owner,
    pages: (_req, res) =>
      void res.json({ body: (res.locals["body"] as Buffer | undefined)?.toString() ?? null }),
  });
});

const post = (body: string | Buffer, headers: Record<string, string> = form) =>
  portal.ask("POST", "/anything", { origin: portal.origin, ...headers }, body);

function expectPlainPage(answer: { status: number; body: string }, status: number, en: RegExp, es: RegExp) {
  expect(answer.status).toBe(status);
  expect(answer.body).toMatch(en);
  expect(answer.body).toMatch(es);
  expect(answer.body).not.toMatch(/node_modules|\bat .*:\d+|Error:/);
}

describe("bytes that are not text", () => {
  it("takes a form in any language", async () => {
    const answer = await post(`name=${encodeURIComponent("Añadir ñ 中文 🙂")}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("name=");
  });

  it.each([
    ["an escaped NUL", "name=a%00b"],
    ["a NUL byte", Buffer.from("name=a\0b")],
    ["escaped broken UTF-8", "name=%C3%28"],
    ["broken UTF-8 bytes", Buffer.from([0x6e, 0x3d, 0xc3, 0x28])],
    ["an escaped lone surrogate", "name=%ED%A0%80"],
  ])("refuses %s in a form with 400, in both languages", async (_, body) => {
    expectPlainPage(await post(body), 400, /could not be read/, /No pudimos leer/);
  });

  it("refuses a NUL in JSON and in a file form", async () => {
    expect((await post('{"name":"a\\u0000b"}', { "content-type": "application/json" })).status).toBe(400);
    const parts = '--x\r\nContent-Disposition: form-data; name="n"\r\n\r\na\0b\r\n--x--\r\n';
    expect((await post(parts, { "content-type": "multipart/form-data; boundary=x" })).status).toBe(400);
  });

  it.each(["/search?q=%00", "/search?q=%C3%28", "/%E0%A4%A", "/a%"])(
    "refuses the address %s with 400",
    async (path) => {
      expectPlainPage(await portal.ask("GET", path), 400, /could not be read/, /No pudimos leer/);
    },
  );
});

describe("too much", () => {
  it("refuses a 10 MB field with 413, whether its length was told or not", async () => {
    const body = `name=${"a".repeat(10_000_000)}`;
    const told = await post(body, { ...form, "content-length": String(body.length) }).catch(() => null);
    if (told) expectPlainPage(told, 413, /more than a form can take/, /Esto es más de lo que cabe/);
    const untold = await post(body, { ...form, "transfer-encoding": "chunked" }).catch(() => null);
    if (untold) expect(untold.status).toBe(413);
    // The connection may be cut while the client still sends; one answer at least must have come through.
    const small = await post("name=x", { ...form, "content-length": "10000000" }).catch(() => null);
    expect(told ?? untold ?? small).not.toBeNull();
    expect((await post("name=still+here")).status).toBe(200);
  });

  it("takes a form just under the limit", async () => {
    expect((await post(`name=${"a".repeat(999_000)}`)).status).toBe(200);
  });
});

describe("another site", () => {
  it.each([
    ["says nothing about itself", {}],
    ["has another origin", { origin: "https://evil.example" }],
    ["is a page of no origin", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["is another site by the browser's word", { "sec-fetch-site": "cross-site" }],
    ["is a neighbour under the same roof", { "sec-fetch-site": "same-site" }],
  ])("is refused with 403 when it %s", async (_, headers) => {
    const answer = await portal.ask("POST", "/anything", { ...form, ...headers }, "a=1");
    expectPlainPage(answer, 403, /from another site/, /desde otro sitio/);
  });

  it("is not what a page of the portal is", async () => {
    expect((await portal.ask("POST", "/x", { ...form, "sec-fetch-site": "same-origin" }, "a=1")).status).toBe(
      200,
    );
    expect((await post("a=1")).status).toBe(200);
  });
});

describe("too often", () => {
  it("answers 429 with the wait, by the address alone, whatever the client claims", async () => {
    const strict = await openHttpPortal({
      pool: db.owner,
      changesPerMinute: 5,
      pages: (_req, res) => void res.end(),
    });
    const statuses: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      const claims = {
        origin: strict.origin,
        "x-client-ip": `10.0.0.${turn}`,
        "x-forwarded-for": `10.0.0.${turn}`,
      };
      statuses.push((await strict.ask("POST", "/x", { ...form, ...claims }, "a=1")).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect((await strict.ask("GET", "/x")).status).toBe(200);
  });
});

describe("an address that means another", () => {
  it.each([
    "//evil.example/en",
    "/\\evil.example/en",
    "/%2F/evil.example",
    "/en//my",
    "http://evil.example/en",
  ])("refuses %s before any page", async (path) => {
    expectPlainPage(await portal.ask("GET", path), 400, /could not be read/, /No pudimos leer/);
  });

  it("has no file outside of the files", async () => {
    const files = await openHttpPortal({
      pool: db.owner,
      clientFolder: "public",
      pages: (_req, res) => void res.json({}),
    });
    for (const path of ["/assets/..%2f", "/assets/..%2f..%2fpackage.json", "/assets/%2e%2e/package.json"])
      expect([path, (await files.ask("GET", path)).status]).toEqual([path, 404]);
  });

  it.each(["TRACE", "PROPFIND"])("has no %s", async (method) => {
    const answer = await portal.ask(method, "/en", { origin: portal.origin });
    expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, POST"]);
  });

  it("counts a sign-in as one however its address is written", async () => {
    const limited = await openHttpPortal({
      pool: db.owner,
      changesPerMinute: 10,
      pages: (_req, res) => void res.json({}),
    });
    const ask = (path: string) => limited.ask("POST", path, { origin: limited.origin, ...form }, "a=b");
    expect((await ask("/sign-in")).status).toBe(200);
    for (const path of ["/Sign-In", "/SIGN-IN", "/sign%2Din", "/sign-in/"])
      expect([path, (await ask(path)).status]).toEqual([path, 429]);
    expect((await ask("/preferences")).status).toBe(200);
  });

  it("takes what the mail service tells from elsewhere, and no other form", async () => {
    const elsewhere = { origin: "https://mail.example", "content-type": "application/json" };
    expect((await portal.ask("POST", "/api/mail/events", elsewhere, "[]")).status).toBe(200);
    for (const path of ["/api/mail/eventsx", "/Api/Mail/Events", "/sign-in"])
      expect([path, (await portal.ask("POST", path, elsewhere, "[]")).status]).toEqual([path, 403]);
  });
});
