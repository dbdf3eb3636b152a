import type { Stage } from "~/domain/directory/import/import-stage";
import { countyOfName } from "~/domain/directory/places/county-names";
import type { OhanaRow } from "./ohana-files";
import { textOf } from "./read-ohana-values";

interface Listed {
  column: string;
  table: string;
  /** The key of what the row hangs on. */
  owner: string;
  values: (entry: string) => Record<string, string | null | readonly string[]>;
}

/** Lists of a cell that are rows of their own here, by the file that has them. */
const listed: Readonly<Record<string, readonly Listed[]>> = {
  services: [
    {
      column: "required_documents",
      table: "required_document",
      owner: "service_id",
      values: (document) => ({ document }),
    },
    {
      column: "service_areas",
      table: "service_area",
      owner: "service_id",
      values: (name) => {
        // The form has names alone: a county's is its code, any other stays a name.
        const county = /\b(county|parish|city)\b/i.test(name) ? countyOfName(name) : null;
        return { name, extent_type: county ? "county" : "text", codes: county ? [county] : [] };
      },
    },
    {
      column: "funding_sources",
      table: "funding",
      owner: "service_id",
      values: (funding_source) => ({ funding_source }),
    },
  ],
  organizations: [
    {
      column: "funding_sources",
      table: "funding",
      owner: "organization_id",
      values: (funding_source) => ({ funding_source }),
    },
  ],
  locations: [
    {
      column: "accessibility",
      table: "accessibility",
      owner: "location_id",
      values: (word) => ({ description: word.replaceAll("_", " ") }),
    },
  ],
};

/** Columns whose lists become rows. */
export const listedColumns = (file: string): string[] => (listed[file] ?? []).map(({ column }) => column);

/** The rows that the lists of one row are. Their ids are made of what they say, so that they are the same at every import. */
export async function takeLists(
  stage: Stage,
  { name, row, id, line }: { name: string; row: OhanaRow; id: string; line: number },
  idOf: (table: string, id: string) => string,
): Promise<void> {
  for (const { column, table, owner, values } of listed[name] ?? []) {
    const entries = (textOf(row[column]) ?? "").split(/\s*[,;\n]\s*/).filter(Boolean);
    for (const entry of new Set(entries)) {
      const key = `${column}:${id}:${entry.slice(0, 120)}`;
      const all = { [owner]: id, ...values(entry) };
      stage.speak(table, Object.keys(all));
      const at = { file: `${name}.csv`, line, id: key.slice(0, 200), derivedId: idOf(table, key) };
      await stage.add(table, { ...at, values: all });
    }
  }
}
