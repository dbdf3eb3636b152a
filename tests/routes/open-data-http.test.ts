import { describe, expect, it } from "vitest";
import { testDatabase } from "../setup/database";
import { secretWord, secretZip } from "../setup/directory-secrets";
import { type Item, json, openWholeData, type Page, typeOf } from "./ask-open-data";
import { openDataPortal } from "./open-data-portal";
import type { HttpAnswer } from "./portal-over-http";

const db = await testDatabase();
const { portal, whole, get, page } = await openWholeData(db);

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
