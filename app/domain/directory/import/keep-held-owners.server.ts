import { isHeld } from "../outgoing/held-rows";
import { keptBack } from "../outgoing/kept-back";
import { noteRows, type OpenImport, type OpenTable, quoted } from "./open-import.server";

const linked = (entity: string) => `case when t.link_entity = '${entity}' then t.link_id end`;
const givenHidden = (
  service: string,
) => `exists (select from service_at_location hx join location hl on hl.id = hx.location_id
  where hx.service_id = ${service} and hl.visibility = 'hidden')`;

/** SQL over the alias `t` of a table's row: it is of somebody who is held, or of a place that is hidden; null where no row can be. */
function staysPut({ name, table }: OpenTable): string | null {
  switch (name) {
    case "attribute":
      return `is_held(${["organization", "service", "location", "service_at_location"].map(linked).join(", ")})`;
    case "service":
      return `(${isHeld(table, "t")} or t.confidential or ${givenHidden("t.id")})`;
    case "location":
      return `(${isHeld(table, "t")} or t.visibility = 'hidden')`;
    case "service_at_location":
      return `(${isHeld(table, "t")} or place_keeps(t.location_id, '') is true)`;
    default: {
      const asked = [isHeld(table, "t"), keptBack(table, "t")].filter((one) => one !== "false");
      return asked.length > 0 ? `(${asked.join(" or ")})` : null;
    }
  }
}

/** Columns that say whose a row is. A listing may be given at another place: that place is looked at by itself. */
const owning = ({ name, columns }: OpenTable): string[] =>
  columns
    .filter(({ refers }) => refers !== null && refers !== name)
    .map((column) => column.name)
    .filter((column) => !(name === "service_at_location" && column === "location_id"))
    .concat(name === "attribute" ? ["link_entity"] : []);

/**
 * A source cannot give to another what is held: the row would be told as the other's. It stays with whom it is of, and the report
 * says so; when an administrator has decided that it is none, the next import moves it.
 */
export async function keepHeldOwners(work: OpenImport): Promise<void> {
  for (const table of work.tables.values()) {
    const columns = table.has.has("jurisdiction_id")
      ? owning(table).filter((one) => table.spoken.has(one))
      : [];
    const stays = columns.length > 0 ? staysPut(table) : null;
    if (stays === null) continue;
    const list = (alias: string) => columns.map((column) => `${alias}.${quoted(column)}`).join(", ");
    // What our own export leaves unsaid of it is no word of its source's.
    const given = columns.map(
      (one) => `r.${quoted(one)} is distinct from t.${quoted(one)} and r.${quoted(one)} is not null`,
    );
    const rows = await work.sql<{ file: number; line: number | null; given: boolean }>(`
      with moved as materialized (select r.id, ${list("t")}, ${given.join(" or ")} as given from f_${table.name} r join ${quoted(table.table)} t on t.id = r.id
        where r.known and row(${list("r")}) is distinct from row(${list("t")}) and ${stays})
      update f_${table.name} r set ${columns.map((column) => `${quoted(column)} = m.${quoted(column)}`).join(", ")}
      from moved m where m.id = r.id returning r.file::int, r.line, m.given`);
    noteRows(
      work,
      "warnings",
      rows.flatMap(({ file, line, given: told }) => (told ? [{ file, line }] : [])),
      {
        column: columns[0] ?? null,
        reason: "belongs to an organization whose place is not shown: stays with it",
        code: "held_stays",
      },
    );
  }
}
