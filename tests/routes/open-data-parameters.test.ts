import { describe, expect, it } from "vitest";
import { testDatabase } from "../setup/database";
import { compiledSchema, faultsOf } from "../setup/hsds-schemas";
import { type Item, openWholeData, type Page, typeOf } from "./ask-open-data";

const db = await testDatabase();
const { portal, whole, get, page, refused } = await openWholeData(db);

const names = (found: Page) => found.contents.map((one) => one["name"]);
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

  it("counts a listing as changed when its organization was: its full form holds it", async () => {
    const touch = (at: string) =>
      db.owner.query("update organization set last_modified = $2 where id = $1", [whole.organizationId, at]);
    const { rows } = await db.owner.query("select last_modified from organization where id = $1", [
      whole.organizationId,
    ]);
    const since = "search=whole&modified_after=2231-01-01T00:00:00Z";
    expect((await page(`/services?${since}`)).empty).toBe(true);
    await touch("2231-01-01T00:00:00Z");
    expect(names(await page(`/services?${since}`))).toEqual(["Whole Listing"]);
    expect((await page(`/service_at_locations?${since}`)).total_items).toBe(1);
    const [told] = (await page(`/services?minimal=true&${since}`)).contents;
    expect(told).toMatchObject({ modified_date: "2231-01-01T00:00:00.000Z" });
    await touch(rows[0].last_modified);
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
