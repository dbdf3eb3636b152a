import { beforeAll, describe, expect, it } from "vitest";
import { writeSearchRows } from "../../app/domain/directory/write-search-rows.server";
import { compiledSchema, components, faultsOf, strictAjv } from "../setup/hsds-schemas";
import { testDatabase } from "../setup/database";
import { asSystem, makeJurisdiction } from "../setup/listing-rows";
import { makeWholeDirectory, secretWord, secretZip, type WholeDirectory } from "../setup/whole-directory";
import { openDataPortal } from "./open-data-portal";
import type { HttpAnswer, HttpPortal } from "./portal-over-http";

type Item = Record<string, unknown> & { id: string };
type Page = {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: Item[];
};

const db = await testDatabase();
let portal: HttpPortal;
let whole: WholeDirectory;

beforeAll(async () => {
  const harbor = await makeJurisdiction(db, "harbor");
  whole = await makeWholeDirectory(db.owner, harbor);
  const { rows } = await db.owner.query<{ id: string }>("select id from service");
  await asSystem(db, harbor, (ctx) =>
    writeSearchRows(
      ctx,
      rows.map((row) => row.id),
    ),
  );
  portal = await openDataPortal(db.owner);
});

const get = (path: string, headers: Record<string, string> = {}) =>
  portal.ask("GET", `/hsds${path}`, headers);
async function page(path: string): Promise<Page> {
  const answer = await get(path);
  expect([path, answer.status, typeOf(answer)]).toEqual([path, 200, "application/json"]);
  const body = JSON.parse(answer.body) as Page;
  expect(body.empty).toBe(body.contents.length === 0);
  expect(body.size).toBe(body.contents.length);
  return body;
}
const typeOf = (answer: HttpAnswer) => answer.headers["content-type"]?.split(";")[0];
const names = (found: Page) => found.contents.map((one) => one["name"]);
const json = (answer: HttpAnswer) => JSON.parse(answer.body) as Record<string, unknown>;
async function refused(path: string, parameter?: string) {
  const answer = await get(path);
  expect([path, answer.status, typeOf(answer)]).toEqual([path, 400, "application/problem+json"]);
  if (parameter) expect(json(answer)["parameter"]).toBe(parameter);
}

describe("every endpoint, by the specification's own schemas", () => {
  it.each([
    ["/services", "service_list"],
    ["/services?full=true", "service"],
    ["/organizations", "organization_list"],
    ["/organizations?full=true", "organization"],
    ["/organizations?full_service=true", "organization"],
    ["/service_at_locations", "service_at_location_list"],
    ["/service_at_locations?full=true", "service_at_location"],
  ])("%s holds %s", async (path, schema) => {
    const { contents } = await page(path);
    expect(contents.length).toBeGreaterThan(1);
    expect(contents.flatMap((one) => faultsOf(compiledSchema(schema), one))).toEqual([]);
  });

  it.each([
    ["/taxonomies", "taxonomy"],
    ["/taxonomy_terms", "taxonomy_term"],
  ])("%s holds %s", async (path, schema) => {
    const { contents } = await page(`${path}?per_page=500`);
    expect(contents.flatMap((one) => faultsOf(compiledSchema(schema, "component"), one))).toEqual([]);
    const one = json(await get(`${path}/${contents[0]!.id}`));
    expect(faultsOf(compiledSchema(schema, "component"), one)).toEqual([]);
  });

  it("tells one of each, whole", async () => {
    const service = json(await get(`/services/${whole.serviceId}`));
    expect(faultsOf(compiledSchema("service"), service)).toEqual([]);
    expect(service).toMatchObject({
      status: "temporarily closed",
      phones: [{ number: "(410) 555-0101" }],
      organization: { id: whole.organizationId, locations: expect.any(Array) },
    });
    const organization = json(await get(`/organizations/${whole.organizationId}`));
    expect(faultsOf(compiledSchema("organization"), organization)).toEqual([]);
    expect(organization["services"]).toContainEqual({
      id: whole.serviceId,
      name: "Whole Listing",
      status: "temporarily closed",
    });
    const wholly = json(await get(`/organizations/${whole.organizationId}?full_service=true`));
    expect(faultsOf(compiledSchema("organization"), wholly)).toEqual([]);
    expect((wholly["services"] as Item[]).find((one) => one.id === whole.serviceId)).toMatchObject({
      phones: [{}],
    });
    const place = (await page("/service_at_locations")).contents[0]!;
    const one = json(await get(`/service_at_locations/${place.id}`));
    expect(faultsOf(compiledSchema("service_at_location"), one)).toEqual([]);
    expect(one).toMatchObject({ service: { organization: {} }, location: { addresses: [{}] } });
  });

  it("says at / what it is", async () => {
    const about = json(await get(""));
    expect(about).toEqual({
      version: "3.1.1",
      profile: `${portal.origin}/hsds/profile`,
      openapi_url: `${portal.origin}/hsds/schema/openapi.json`,
    });
    expect(json(await get("/"))).toEqual(about);
  });
});

describe("parameters", () => {
  it("pages", async () => {
    const first = await page("/services?per_page=4");
    expect(first).toMatchObject({
      total_items: 6,
      total_pages: 2,
      page_number: 1,
      size: 4,
      first_page: true,
      last_page: false,
    });
    const second = await page("/services?per_page=4&page=2");
    expect(second).toMatchObject({ page_number: 2, size: 2, first_page: false, last_page: true });
    expect(new Set([...first.contents, ...second.contents].map((one) => one.id)).size).toBe(6);
    expect(await page("/services?per_page=4&page=99")).toMatchObject({
      total_items: 6,
      empty: true,
      last_page: true,
    });
    for (const bad of ["per_page=501", "per_page=0", "per_page=x", "per_page=-1"])
      await refused(`/services?${bad}`, "per_page");
    for (const bad of ["page=0", "page=1.5", "page=99999999999999999999"])
      await refused(`/services?${bad}`, "page");
  });

  it("finds words, whatever they are", async () => {
    expect(names(await page("/services?search=whole"))).toEqual(["Whole Listing"]);
    expect(names(await page("/services?search=withdrawn"))).toEqual(["Withdrawn Listing"]);
    expect(names(await page("/organizations?search=a%C3%B1os"))).toEqual(['Invented Agency, "quoted"']);
    expect((await page("/service_at_locations?search=whole")).total_items).toBe(1);
    expect((await page("/taxonomies?search=invented")).total_items).toBe(1);
    expect((await page("/taxonomy_terms?search=below")).total_items).toBe(1);
    for (const odd of [
      "%00",
      "wh%00ole",
      "'",
      "%25",
      "((",
      "a%20%26%20",
      "%22",
      "!",
      "%E0%A4%A",
      "%ff",
      "-",
      ":*",
      "\\\\",
      "or%20or",
      "%F0%9F%98%80",
    ])
      expect([odd, (await get(`/services?search=${odd}`)).status]).toEqual([odd, 200]);
    await refused(`/services?search=${"x".repeat(1_001)}`, "search");
  });

  it("filters by term and taxonomy", async () => {
    expect(names(await page(`/services?taxonomy_term_id=${whole.termId}`))).toEqual(["Whole Listing"]);
    expect(names(await page(`/services?taxonomy_id=${whole.taxonomyId}`))).toEqual(["Whole Listing"]);
    expect((await page(`/organizations?taxonomy_term_id=${whole.termId}`)).total_items).toBe(1);
    expect((await page(`/service_at_locations?taxonomy_id=${whole.taxonomyId}`)).total_items).toBe(1);
    expect((await page(`/services?taxonomy_term_id=${whole.serviceId}`)).empty).toBe(true);
    expect((await page(`/taxonomy_terms?taxonomy_id=${whole.taxonomyId}`)).total_items).toBe(2);
    const top = await page(`/taxonomy_terms?taxonomy_id=${whole.taxonomyId}&top_only=true`);
    expect(names(top)).toEqual(["Top"]);
    expect(names(await page(`/taxonomy_terms?parent_id=${top.contents[0]!.id}`))).toEqual(["Below"]);
    await refused("/services?taxonomy_term_id=food", "taxonomy_term_id");
    await refused("/taxonomy_terms?top_only=perhaps", "top_only");
  });

  it("filters by organization and by change, both at once", async () => {
    expect((await page(`/services?organization_id=${whole.organizationId}`)).total_items).toBe(6);
    expect((await page(`/service_at_locations?organization_id=${whole.organizationId}`)).total_items).toBe(4);
    const at = "2026-03-04T05:06:07.891Z";
    const only = `organization_id=${whole.organizationId}&search=whole`;
    expect((await page(`/services?${only}&modified_after=${at}`)).total_items).toBe(1);
    expect((await page(`/services?${only}&modified_after=2026-03-04T05:06:07.892Z`)).empty).toBe(true);
    expect((await page(`/services?${only}&modified_after=2026-03-04T00:06:07.891-05:00`)).total_items).toBe(
      1,
    );
    expect((await page(`/services?${only}&modified_after=2026-03-04T06:06:07.891+01:00`)).total_items).toBe(
      1,
    );
    expect((await page(`/services?${only}&modified_after=2026-03-04`)).total_items).toBe(1);
    expect((await page(`/service_at_locations?search=whole&modified_after=${at}`)).total_items).toBe(1);
    await refused("/services?modified_after=yesterday", "modified_after");
    await refused("/services?modified_after=2026-13-45", "modified_after");
    await refused("/organizations?modified_after=2026-01-01", "modified_after");
  });

  it("tells ids and dates alone", async () => {
    const found = await page("/services?minimal=true");
    expect(found.total_pages).toBe(1);
    expect(found.contents.find((one) => one.id === whole.serviceId)).toEqual({
      id: whole.serviceId,
      modified_date: "2026-03-04T05:06:07.891Z",
    });
  });

  it("filters places by postcode and by distance from it", async () => {
    const listed = async (query: string) =>
      (await page(`/service_at_locations?${query}`)).contents.map((one) => (one["service"] as Item)["name"]);
    expect(await listed("postcode=21216")).toEqual(["Whole Listing"]);
    expect(await listed("postcode=21201")).toEqual([]);
    expect(await listed("postcode=21215&proximity=5000")).toEqual(["Whole Listing"]);
    expect(await listed("postcode=21215&proximity=1")).toEqual([]);
    await refused("/service_at_locations?proximity=5", "postcode");
    await refused("/service_at_locations?postcode=abc", "postcode");
    await refused("/service_at_locations?postcode=21215&proximity=far", "proximity");
    await refused("/service_at_locations?postcode=00000&proximity=5", "postcode");
  });

  it("streams a list as lines", async () => {
    const answer = await get("/services?format=ndjson&full=true");
    expect(typeOf(answer)).toBe("application/x-ndjson");
    const lines = answer.body
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Item);
    expect(lines.length).toBe(6);
    expect(lines.flatMap((one) => faultsOf(compiledSchema("service"), one))).toEqual([]);
    await refused("/services?format=xml", "format");
  });

  it("takes them by POST as well", async () => {
    const post = (path: string, type: string, body: string) =>
      portal.ask("POST", `/hsds${path}`, { "content-type": type, origin: "https://elsewhere.example" }, body);
    const found = await post("/services", "application/json", '{"search":"whole","per_page":1,"full":true}');
    expect([found.status, (JSON.parse(found.body) as Page).total_items]).toEqual([200, 1]);
    const form = await post("/services?per_page=2", "application/x-www-form-urlencoded", "search=listing");
    expect((JSON.parse(form.body) as Page).size).toBe(2);
    expect((await post("/services", "application/json", "")).status).toBe(200);
    expect((await post("/services", "application/json", '{"search":"a\\u0000b"}')).status).toBe(200);
    for (const path of ["/organizations", "/service_at_locations", "/taxonomies", "/taxonomy_terms"])
      expect([path, (await post(path, "application/json", '{"per_page":1}')).status]).toEqual([path, 200]);
    for (const bad of ["[1]", "{", '"x"', '{"search":{}}', '{"per_page":"x"}'])
      expect([bad, (await post("/services", "application/json", bad)).status]).toEqual([bad, 400]);
    const long = await post(
      "/services",
      "application/json",
      JSON.stringify({ search: "x".repeat(1_100_000) }),
    ).catch(() => null);
    if (long) expect([long.status, typeOf(long)]).toEqual([413, "application/problem+json"]);
    const one = await post(`/services/${whole.serviceId}`, "application/json", "{}");
    expect([one.status, one.headers["allow"]]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

describe("what must not leave", () => {
  it("is on no page, by no parameter", async () => {
    const paths = ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"];
    for (const path of paths) {
      for (const query of [
        "?full=true&per_page=500",
        "?per_page=500",
        "?format=ndjson",
        "?full_service=true",
      ]) {
        const asked = path === "organizations" || !query.includes("full_service") ? query : "";
        const usable = path.startsWith("taxonom") ? asked.replace("full=true&", "") : asked;
        const answer = await get(`/${path}${usable}`);
        expect([path, usable, answer.status]).toEqual([path, usable, 200]);
        expect(answer.body).not.toContain(secretWord);
        expect(answer.body).not.toContain(secretZip);
        expect(answer.body).not.toContain("39.56");
        for (const item of path.startsWith("taxonom") || query.includes("ndjson")
          ? []
          : (JSON.parse(answer.body) as Page).contents)
          expect((await get(`/${path}/${item.id}`)).body).not.toContain(secretWord);
      }
    }
    for (const query of [
      `search=${secretWord}`,
      `postcode=${secretZip}`,
      `postcode=${secretZip}&proximity=90000`,
    ]) {
      const found = await page(`/service_at_locations?${query}`);
      const services = found.contents.map((one) => (one["service"] as Item)["name"]);
      for (const secret of ["Safe Rest", "Quiet Rest", "Town Only"]) expect(services).not.toContain(secret);
    }
    expect((await page(`/services?search=${secretWord}`)).empty).toBe(true);
    expect((await page(`/organizations?search=${secretWord}`)).empty).toBe(true);
  });

  it("is not found by its id", async () => {
    const { rows } = await db.owner.query<{ id: string }>("select id from service where name like $1", [
      `${secretWord}%`,
    ]);
    expect(rows.length).toBe(5);
    for (const { id } of rows) expect((await get(`/services/${id}`)).status).toBe(404);
  });
});

describe("as HTTP", () => {
  it("answers what there is not with a problem", async () => {
    for (const path of [
      "/services/x",
      `/services/${whole.termId}`,
      "/locations",
      "/services/a/b",
      "/schema/none.json",
      "/profile/none.json",
      "/services/%00",
    ]) {
      const answer = await get(path);
      expect([path, answer.status, typeOf(answer)]).toEqual([path, 404, "application/problem+json"]);
      expect(json(answer)["status"]).toBe(404);
    }
    const put = await portal.ask("PUT", "/hsds/services");
    expect([put.status, put.headers["allow"], typeOf(put)]).toEqual([
      405,
      "GET, HEAD, POST, OPTIONS",
      "application/problem+json",
    ]);
  });

  it("knows again what a reader has", async () => {
    const answer = await get("/services");
    const tag = String(answer.headers.etag);
    expect(tag).toMatch(/^"[\w-]{20,}"$/);
    expect(answer.headers["cache-control"]).toBe("public, max-age=60");
    expect(answer.headers["last-modified"]).toMatch(/GMT$/);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    const again = await get("/services", { "if-none-match": `"other", W/${tag}` });
    expect([again.status, again.body, again.headers.etag]).toEqual([304, "", tag]);
    expect((await get("/services", { "if-none-match": '"other"' })).status).toBe(200);
    const one = await get(`/services/${whole.serviceId}`);
    expect(one.headers["last-modified"]).toBe("Wed, 04 Mar 2026 05:06:07 GMT");
  });

  it("answers HEAD as GET, without a body", async () => {
    const [head, full] = [await portal.ask("HEAD", "/hsds/services"), await get("/services")];
    expect([head.status, head.body]).toEqual([200, ""]);
    expect(head.headers.etag).toBe(full.headers.etag);
  });

  it("may be read by pages of other sites", async () => {
    const preflight = await portal.ask("OPTIONS", "/hsds/services", {
      origin: "https://elsewhere.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers["access-control-allow-origin"]).toBe("*");
    expect(preflight.headers["access-control-allow-methods"]).toContain("POST");
    expect(String(preflight.headers["access-control-allow-headers"]).toLowerCase()).toContain("content-type");
    const answer = await get("/services", { origin: "https://elsewhere.example" });
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
    expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
    expect(answer.headers["access-control-expose-headers"]).toContain("ETag");
    expect(answer.headers["cross-origin-resource-policy"]).toBe("cross-origin");
    expect((await portal.ask("GET", "/other")).headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("limits one address, and says when it may go on", async () => {
    const small = await openDataPortal(db.owner, 5);
    const answers: HttpAnswer[] = [];
    for (let n = 0; n < 7; n += 1) answers.push(await small.ask("GET", "/hsds"));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(answers[0]!.headers["ratelimit-limit"]).toBe("5");
    expect(answers[0]!.headers["ratelimit-remaining"]).toBe("4");
    expect(Number(answers[6]!.headers["retry-after"])).toBeGreaterThan(0);
    expect(typeOf(answers[6]!)).toBe("application/problem+json");
    expect(answers[6]!.headers["access-control-allow-origin"]).toBe("*");
  });
});

describe("profile and schemas", () => {
  const merge = (target: unknown, patch: unknown): unknown => {
    if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
    const base = (typeof target === "object" && target !== null ? { ...target } : {}) as Record<
      string,
      unknown
    >;
    for (const [name, value] of Object.entries(patch)) base[name] = merge(base[name], value);
    return base;
  };

  it("patches the specification's schemas into what our answers hold", async () => {
    const profile = json(await get("/profile")) as {
      version: string;
      patches: { file: string; uri: string }[];
    };
    expect(profile.version).toMatch(/^\d+\.\d+\.\d+$/);
    const ajv = strictAjv();
    const merged = new Map<string, object>([...components].map(([name, schema]) => [`${name}.json`, schema]));
    for (const { file, uri } of profile.patches) {
      const patch = json(await get(uri.slice(`${portal.origin}/hsds`.length)));
      if (file === "openapi.json") continue;
      expect(patch["required"] === undefined || !components.has(file.replace(".json", ""))).toBe(true);
      merged.set(file, merge(merged.get(file) ?? {}, patch) as object);
    }
    for (const [file, schema] of merged) {
      expect([file, ajv.validateSchema(schema)]).toEqual([file, true]);
      ajv.addSchema(schema, file);
    }
    const { contents } = await page("/services?full=true");
    expect(contents.flatMap((one) => faultsOf(ajv.getSchema("service.json")!, one))).toEqual([]);
  });

  it("serves schemas that are valid, hold every field of the specification, and hold against the answers", async () => {
    const index = json(await get("/schema")) as { schemas: { file: string }[] };
    const ajv = strictAjv();
    for (const { file } of index.schemas) {
      const schema = json(await get(`/schema/${file}`));
      if (file === "openapi.json" || file === "datapackage.json") continue;
      expect([file, ajv.validateSchema(schema)]).toEqual([file, true]);
      ajv.addSchema(schema, file);
      const theirs = Object.keys(components.get(file.replace(".json", ""))?.properties ?? {});
      expect(Object.keys(schema["properties"] as object)).toEqual(expect.arrayContaining(theirs));
      const needed = components.get(file.replace(".json", ""))?.required ?? [];
      if (components.has(file.replace(".json", "")))
        expect((schema["required"] as string[]).toSorted()).toEqual(needed.toSorted());
    }
    for (const [path, file] of [
      ["/services", "service.json"],
      ["/organizations", "organization.json"],
      ["/service_at_locations", "service_at_location.json"],
    ]) {
      const { contents } = await page(`${path}?full=true`);
      expect(contents.flatMap((one) => faultsOf(ajv.getSchema(file!)!, one))).toEqual([]);
    }
  });

  it("describes itself in OpenAPI with every endpoint and parameter of the specification", async () => {
    type Api = {
      openapi: string;
      info: { title: string; version: string };
      paths: Record<string, Record<string, { parameters?: { $ref: string }[] }>>;
    };
    const ours = json(await get("/schema/openapi.json")) as unknown as Api;
    const { readFileSync } = await import("node:fs");
    const { specification } = await import("../setup/hsds-schemas");
    const theirs = JSON.parse(readFileSync(`${specification}/openapi.json`, "utf8")) as Api;
    expect(ours.openapi).toMatch(/^3\.1/);
    for (const [path, methods] of Object.entries(theirs.paths))
      for (const [method, said] of Object.entries(methods).filter(
        ([name]) => name === "get" || name === "post",
      )) {
        expect([path, method, ours.paths[path]?.[method] !== undefined]).toEqual([path, method, true]);
        const wanted = (said.parameters ?? []).map(
          (one) => one.$ref?.split("/").at(-1) ?? (one as unknown as { name: string }).name,
        );
        const had = (ours.paths[path]?.[method]?.parameters ?? []).map((one) => one.$ref.split("/").at(-1));
        expect([path, method, had]).toEqual([path, method, expect.arrayContaining(wanted)]);
      }
  });
});
