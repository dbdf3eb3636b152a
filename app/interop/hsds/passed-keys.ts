import type { Stage } from "~/domain/directory/import/import-stage";
import type { HsdsTable } from "./hsds-field";
import { nestingOf } from "./out/hsds-nesting";

/** Names that every object may have, and those that nest elsewhere than the specification says. */
const always = [
  "attributes",
  "metadata",
  "organization",
  "service",
  "services",
  "location",
  "locations",
  "town",
];

/** Names of nested objects that have no place here, with how many objects say something by them. */
export class PassedKeys {
  private readonly counts = new Map<string, number>();
  private readonly known = new Map<string, ReadonlySet<string>>();

  private knownOf(table: HsdsTable): ReadonlySet<string> {
    const known = this.known.get(table.name);
    if (known) return known;
    const { lists, one } = nestingOf(table.name);
    const nested = [...lists, ...one].map(({ name }) => name);
    const made = new Set([...always, ...nested, ...table.fields.map(({ name }) => name)]);
    this.known.set(table.name, made);
    return made;
  }

  add(table: HsdsTable, object: Readonly<Record<string, unknown>>): void {
    const known = this.knownOf(table);
    for (const [name, value] of Object.entries(object)) {
      if (known.has(name) || value === null || value === "" || (Array.isArray(value) && value.length === 0))
        continue;
      const key = `${table.name}.${name.slice(0, 60)}`;
      if (this.counts.size < 500 || this.counts.has(key))
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    }
  }

  /** Once for each name, with the file in which it was met; then it begins anew. */
  tell(stage: Pick<Stage, "warn">, file: string): void {
    for (const [column, count] of this.counts) {
      const reason = `not a field of HSDS or of our profile: passed over, in ${count} objects`;
      stage.warn({ file, line: null, column, reason, code: "unknown_column" });
    }
    this.counts.clear();
  }
}
