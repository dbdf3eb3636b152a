import type { Stage } from "~/domain/directory/import/import-stage";
import { UnusableFiles } from "./import-report";
import { type PackageFiles, readWhole } from "./package-files";

interface Reading {
  stage: Stage;
  files: PackageFiles;
  idOf: (table: string, id: string) => string;
}

async function readCategories(files: PackageFiles, file: string): Promise<[string, string[]][]> {
  const text = await readWhole(files, file, 100_000_000);
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new Error();
    return Object.entries(parsed).map(([service, ids]) => [
      service,
      Array.isArray(ids) ? [...new Set(ids.map(String))] : [],
    ]);
  } catch {
    throw new UnusableFiles(`${file}: not JSON of the form {service: [category, ...]}.`);
  }
}

/** Which terms each service has, in the source's order. */
export async function takeCategories(reading: Reading, codes: ReadonlyMap<string, string>): Promise<void> {
  const { stage, files, idOf } = reading;
  const file = "service_categories.json";
  if (!files.names.includes(file)) return;
  stage.speak("attribute", ["link_entity", "link_id", "taxonomy_term_id", "link_type"]);
  for (const [service, ids] of await readCategories(files, file))
    for (const [at, id] of ids.entries()) {
      const code = codes.get(id);
      if (code === undefined) {
        const reason = `no such category ${id.slice(0, 20)}`;
        stage.reject({ file, line: null, column: service.slice(0, 40), reason, code: "unknown_category" });
        continue;
      }
      const values = {
        link_entity: "service",
        link_id: service,
        taxonomy_term_id: code,
        link_type: "category",
      };
      const key = `${service}:${id}`;
      await stage.add("attribute", {
        file,
        line: at + 1,
        id: key,
        derivedId: idOf("attribute", key),
        values,
      });
    }
}
