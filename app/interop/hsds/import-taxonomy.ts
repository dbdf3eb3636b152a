import { readFile } from "node:fs/promises";
import { needsOfTitle } from "~/domain/directory/needs";
import type { SourceRow } from "~/domain/directory/source-tables";
import { type ImportPass, writeRows } from "./import-pass";
import { UnusableFiles } from "./import-report";
import type { FileRow } from "./ohana-files";
import { uuidV5 } from "./source-id";

/** Terms belong to the whole portal, not to a jurisdiction: their ids are of the source alone. */
const space = "0b0f5ea1-38a2-5f0c-8f56-6a4d4b0e9e52";

interface Terms {
  /** Our term id and need codes by the source's row id. */
  ids: Map<string, string>;
  needs: Map<string, readonly string[]>;
}

async function importTerms(pass: ImportPass, rows: AsyncIterable<FileRow>): Promise<Terms> {
  const taxonomyId = uuidV5(`taxonomy:${pass.source}`, space);
  const termId = (code: string) => uuidV5(`term:${pass.source}:${code}`, space);
  const terms: Terms = { ids: new Map(), needs: new Map() };
  const written: SourceRow[] = [];
  const codes = new Set<string>();
  for await (const { line, values } of rows) {
    const code = (values["taxonomy_id"] ?? "").trim();
    const name = (values["name"] ?? "").trim();
    if (code === "" || name === "" || codes.has(code)) {
      const reason = codes.has(code) ? "code came before" : "no code or no name";
      pass.report.rejected.push({
        file: "taxonomy.csv",
        line,
        column: "taxonomy_id",
        reason,
        code: "bad_term",
      });
      continue;
    }
    codes.add(code);
    const parent = (values["parent_id"] ?? "").trim();
    terms.ids.set((values["id"] ?? "").trim(), termId(code));
    terms.needs.set((values["id"] ?? "").trim(), needsOfTitle(name));
    const facet = (values["type"] ?? "").trim() || null;
    written.push({
      id: termId(code),
      taxonomy_id: taxonomyId,
      code,
      name,
      description: name,
      parent_id: codes.has(parent) ? termId(parent) : null,
      facet,
    });
  }
  await writeRows(pass, "taxonomy", [
    { id: taxonomyId, name: pass.source, description: `Terms of ${pass.source}`, source: pass.source },
  ]);
  await writeRows(pass, "taxonomy_term", written);
  return terms;
}

async function readCategories(path: string): Promise<[string, string[]][]> {
  const text = await readFile(path, "utf8");
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new Error();
    return Object.entries(parsed).map(([service, ids]) => [
      service,
      Array.isArray(ids) ? [...new Set(ids.map(String))] : [],
    ]);
  } catch {
    throw new UnusableFiles("service_categories.json: not JSON of the form {service: [category, ...]}.");
  }
}

/** Which terms each service has. Must be called before services, so that they get their needs; `link` writes the links after them. */
export async function importTaxonomy(
  pass: ImportPass,
  rows: AsyncIterable<FileRow>,
  categoriesPath: string | null,
): Promise<{ link: () => Promise<void> }> {
  const terms = await importTerms(pass, rows);
  const categories = categoriesPath ? await readCategories(categoriesPath) : [];
  for (const [service, ids] of categories) {
    pass.needsOf.set(service, [...new Set(ids.flatMap((id) => terms.needs.get(id) ?? []))].slice(0, 8));
  }
  const link = async () => {
    const links: SourceRow[] = [];
    for (const [service, ids] of categories) {
      if (!pass.taken.get("services")?.has(service)) {
        pass.report.rejected.push({
          file: "service_categories.json",
          line: null,
          column: service.slice(0, 40),
          reason: "no such service",
          code: "unknown_service",
        });
        continue;
      }
      const serviceId = pass.idOf("services", service);
      for (const id of ids) {
        const term = terms.ids.get(id);
        if (term)
          links.push({
            id: pass.idOf("attribute", `${service}:${id}`),
            link_entity: "service",
            link_id: serviceId,
            taxonomy_term_id: term,
            link_type: "category",
          });
        else
          pass.report.rejected.push({
            file: "service_categories.json",
            line: null,
            column: service,
            reason: `no such category ${id.slice(0, 20)}`,
            code: "unknown_category",
          });
      }
    }
    await writeRows(pass, "attribute", links);
  };
  return { link };
}
