import { existsSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkPackage, linesOf } from "../tests/setup/check-package";
import { compiledSchema, faultsOf } from "../tests/setup/hsds-schemas";
import { makeJurisdiction } from "../tests/setup/listing-rows";
import { readZip } from "../tests/setup/read-package";
import { testDatabase } from "../tests/setup/database";
import { secretWord, secretZip } from "../tests/setup/directory-secrets";
import { makeWholeDirectory, type WholeDirectory } from "../tests/setup/whole-directory";
import { runUpstream, startUpstream } from "../tests/cli/run-upstream";
import { outgoingHsdsTables } from "~/interop/hsds/out/hsds-outgoing";

const db = await testDatabase();
const shared = process.env["UPSTREAM_SHARED"] ?? path.resolve("../shared");
let harbor = "";
let whole: WholeDirectory;
let out = "";

async function run(...more: string[]) {
  const file = path.join(out, `${more.join("")}.zip`);
  // The plain call is a process of its own, as a person starts it.
  const ran = await (more.length === 0 ? startUpstream : runUpstream)(
    ["export", "hsds", "--out", file, "--jurisdiction", "harbor", ...more],
    {
      DATABASE_URL: db.url,
    },
  );
  return { ...ran, file };
}

beforeAll(async () => {
  out = await mkdtemp(path.join(tmpdir(), "hsds-out-"));
  harbor = await makeJurisdiction(db, "harbor");
  whole = await makeWholeDirectory(db.owner, harbor);
  await makeJurisdiction(db, "elsewhere");
});

describe("upstream export hsds", () => {
  let files: Map<string, string>;
  beforeAll(async () => {
    const ran = await run();
    expect(ran.err).toContain("rows");
    expect(ran.code).toBe(0);
    expect(existsSync(`${ran.file}.part`)).toBe(false);
    files = await readZip(ran.file);
  });

  it("writes a package that the specification's component schemas and every foreign key hold against", () => {
    const { rows, faults } = checkPackage(files);
    expect(faults).toEqual([]);
    for (const table of outgoingHsdsTables)
      expect([table.name, rows.get(table.name)?.length ?? 0]).not.toEqual([table.name, 0]);
  });

  it("says every field of the whole listing", () => {
    const { rows } = checkPackage(files);
    const of = (table: string, id: string) => rows.get(table)?.find((row) => row["id"] === id);
    expect(of("service", whole.serviceId)).toMatchObject({
      status: "temporarily closed",
      description: "<b>Bold</b> & raw",
      maximum_age: 65.5,
      assured_date: "2025-12-31",
      assurer_email: "assurer@agency.example",
      last_modified: "2026-03-04T05:06:07.891Z",
      need_codes: ["food", "housing"],
      child_age_min_months: -9,
      family_text: { en: { summary: "Plain words" }, es: { summary: "Palabras sencillas" } },
    });
    expect(of("organization", whole.organizationId)).toMatchObject({
      // Disarmed for whoever opens the file in a spreadsheet.
      alternate_name: "'=HYPERLINK(1)",
      description: 'Two lines,\r\nand a quote "here". Años.',
    });
    expect(rows.get("program")?.[0]).toMatchObject({ description: "(none)" });
    expect(rows.get("schedule")?.map((row) => row["byday"])).toEqual(["MO,WE", "SA", "SU"]);
    expect(rows.get("service_area")?.map((row) => row["extent"])[0]).toBe("21215,21216");
    expect(rows.get("metadata")?.find((row) => row["last_action_type"] === "create")).toMatchObject({
      previous_value: "(none)",
      replacement_value: "Main door",
      updated_by: "provider",
      last_action_date: "2026-02-02",
    });
    expect(
      rows.get("attribute")?.find((row) => row["value"] === "Only a value")?.["taxonomy_term_id"],
    ).toBeDefined();
    expect(of("taxonomy_term", whole.termId)).toMatchObject({ description: "Below", taxonomy: "Invented" });
  });

  it("leaves no withheld row and nothing of where a hidden place is", () => {
    const all = [...files.values()].join("\n");
    expect(all).not.toContain(secretWord);
    expect(all).not.toContain(secretZip);
    expect(all).not.toContain("39.56");
    const { rows } = checkPackage(files);
    const statuses = Object.fromEntries(
      (rows.get("service") ?? []).map((row) => [row["name"], row["status"]]),
    );
    expect(statuses).toEqual({
      "Whole Listing": "temporarily closed",
      "Withdrawn Listing": "inactive",
      "Merged Listing": "defunct",
      "Safe Rest": "active",
      "Quiet Rest": "active",
      "Town Only": "active",
    });
    const places = rows.get("location") ?? [];
    expect(places.find((row) => row["id"] === whole.hiddenLocationId)).toEqual({
      id: whole.hiddenLocationId,
      location_type: "physical",
      organization_id: whole.organizationId,
      visibility: "hidden",
      approximate: false,
    });
    // Openings at a place that is shown leave with it, those of a hidden one do not.
    const sites = rows.get("service_at_location") ?? [];
    expect(sites.map((row) => row["capacity_available"]).filter((count) => count !== undefined)).toEqual([
      41,
    ]);
    expect(sites.filter((row) => row["capacity_as_of"] !== undefined)).toHaveLength(1);
    expect(all).not.toContain("4242");
    expect(places.find((row) => row["id"] === whole.partialLocationId)).toMatchObject({
      town: "Bel Air, MD",
    });
    expect(rows.get("address")?.length).toBe(1);
  });

  it("reports what stayed behind", () => {
    const report = JSON.parse(files.get("export-report.json") ?? "") as {
      left: { code: string; field: string }[];
    };
    expect(report.left.map((one) => [one.code, one.field]).toSorted()).toEqual(
      [
        ["hidden_place", ""],
        ["hidden_place", ""],
        ["missing", "url"],
        ["not_a_uri", "uri"],
        ["not_a_uri", "url"],
        ["not_a_word", "freq"],
        ["not_readable", "opens_at"],
        ["partial_address", ""],
        ["partial_place", ""],
      ].toSorted(),
    );
  });

  it("nests whole objects that the compiled schemas accept", () => {
    const services = linesOf(files.get("json/services.ndjson"));
    const organizations = linesOf(files.get("json/organizations.ndjson"));
    expect(services.flatMap((one) => faultsOf(compiledSchema("service"), one))).toEqual([]);
    expect(organizations.flatMap((one) => faultsOf(compiledSchema("organization"), one))).toEqual([]);
    const one = services.find((service) => service.id === whole.serviceId)!;
    for (const list of [
      "phones",
      "schedules",
      "service_areas",
      "service_at_locations",
      "languages",
      "funding",
      "cost_options",
      "required_documents",
      "contacts",
      "capacities",
      "additional_urls",
      "attributes",
      "metadata",
      "eligibility_rules",
    ])
      expect([list, Array.isArray(one[list])]).toEqual([list, true]);
    expect(one).toMatchObject({
      organization: { id: whole.organizationId },
      program: { description: "" },
      capacities: [{ unit: { name: "bed" } }],
      attributes: [{ taxonomy_term: { id: whole.termId, taxonomy_detail: { id: whole.taxonomyId } } }],
      service_at_locations: [{ location: { addresses: [{ address_1: "1 Invented Street" }] } }],
      contacts: [{ phones: [{ languages: [{ code: "fr" }], attributes: [{}] }] }],
    });
  });

  it("writes the same bytes of the same directory, but for the day it was made", async () => {
    const again = await readZip((await run("--format=both")).file);
    const same = (map: Map<string, string>) =>
      [...map].map(([name, text]) => [name, text.replace(/"created": "[^"]+"/, "")]);
    expect(same(again)).toEqual(same(files));
  });

  it("writes one form alone when asked, and says what is wrong with the call", async () => {
    const csv = await readZip((await run("--format=csv")).file);
    expect([...csv.keys()].some((name) => name.startsWith("json/"))).toBe(false);
    const json = await readZip((await run("--format=json")).file);
    expect([...json.keys()]).toEqual([
      "json/services.ndjson",
      "json/organizations.ndjson",
      "export-report.json",
    ]);
    expect((await run("--format=xml")).code).toBe(2);
    expect((await runUpstream(["export", "hsds"], { DATABASE_URL: db.url })).code).toBe(2);
    const nowhere = await runUpstream(
      ["export", "hsds", "--out", "/nowhere/x.zip", "--jurisdiction", "harbor"],
      { DATABASE_URL: db.url },
    );
    expect([nowhere.code, nowhere.out]).toEqual([2, ""]);
  });
});

describe.skipIf(!existsSync(path.join(shared, "data/hsds-baltimore")))("a city's directory", () => {
  it("goes out whole and valid", { timeout: 600_000 }, async () => {
    const words = [
      "import",
      "hsds",
      path.join(shared, "data/hsds-baltimore"),
      "--jurisdiction",
      "elsewhere",
      "--json",
    ];
    expect((await runUpstream(words, { DATABASE_URL: db.url })).code).toBe(0);
    const file = path.join(out, "city.zip");
    const ran = await runUpstream(["export", "hsds", "--out", file, "--jurisdiction", "elsewhere"], {
      DATABASE_URL: db.url,
    });
    expect(ran.code).toBe(0);
    const files = await readZip(file);
    const { rows, faults } = checkPackage(files);
    expect(faults).toEqual([]);
    expect(rows.get("service")?.length).toBe(1875);
    expect(rows.get("organization")?.length).toBe(748);
    const services = linesOf(files.get("json/services.ndjson"));
    expect(services.flatMap((one) => faultsOf(compiledSchema("service"), one))).toEqual([]);
    expect(services.length).toBe(1875);
    expect((await readFile(file)).length).toBeGreaterThan(100_000);
  });
});
