import path from "node:path";
import { Refusal, type MappedColumn } from "./link-job";

export type Header = { file: string; names: string[] };

/** As many as are compared. */
const mostIdentifiers = 4;

function refuseDoubles({ file, names }: Header, found: MappedColumn[]): void {
  const twice = found.find(({ column }) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice) throw new Refusal(`${path.basename(file)} has two columns "${twice.column}"`);
  const identifiers = found.filter(({ role }) => role === "identifier").length;
  if (identifiers > mostIdentifiers)
    throw new Refusal(`${path.basename(file)} has ${identifiers} identifiers, more than ${mostIdentifiers}`);
  const seen = new Map<string, string>();
  for (const { column, role } of found) {
    const before = seen.get(role);
    if (before !== undefined && role !== "identifier")
      throw new Refusal(`${path.basename(file)}: "${before}" and "${column}" both have the role ${role}`);
    seen.set(role, column);
  }
}

/**
 * The mapped columns that each file has, in the map's order. A column may stand in one file alone, since two sides seldom
 * hold the same. Throws Refusal where no file has it, where a file has no id or no name, or two columns of one role.
 */
export function resolveColumns(headers: Header[], map: MappedColumn[]): MappedColumn[][] {
  const named = headers.map(({ file }) => path.basename(file)).join(" or ");
  const nowhere = map.find(({ column }) => !headers.some(({ names }) => names.includes(column)));
  if (nowhere) throw new Refusal(`the map names "${nowhere.column}", which is no column of ${named}`);
  return headers.map((header) => {
    const found = map.filter(({ column }) => header.names.includes(column));
    refuseDoubles(header, found);
    const file = path.basename(header.file);
    if (!found.some(({ role }) => role === "id")) throw new Refusal(`${file} has no column with the role id`);
    if (!found.some(({ role }) => role === "first_name" || role === "last_name"))
      throw new Refusal(`${file} has no column with the role first_name or last_name`);
    return found;
  });
}
