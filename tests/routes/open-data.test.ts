import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../setup/database";
import { compiledSchema, components, faultsOf, specification, strictAjv } from "../setup/hsds-schemas";
import { type Item, json, openWholeData } from "./ask-open-data";

const db = await testDatabase();
const { portal, whole, get, page } = await openWholeData(db);

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
