import type pg from "pg";

export type Values = Record<string, unknown>;
let made = 0;
/** Ids in the order of making, fixed. */
const nextId = () => `0199b000-0000-7000-8000-${(made += 1).toString(16).padStart(12, "0")}`;

/** Writes one row, under an id of its own where none is said. */
export async function insertRow(owner: pg.Pool, table: string, values: Values): Promise<string> {
  const row: Values = { id: nextId(), ...values };
  const names = Object.keys(row);
  const slots = names.map((_, at) => `$${at + 1}`).join(", ");
  const cells = Object.values(row).map((value) =>
    value !== null && typeof value === "object" && !Array.isArray(value) ? JSON.stringify(value) : value,
  );
  await owner.query(`insert into ${table} (${names.join(", ")}) values (${slots})`, cells);
  return row["id"] as string;
}

/** Rows of one jurisdiction and one source. */
export type Adder = (table: string, values: Values) => Promise<string>;
export const adderOf =
  (owner: pg.Pool, jurisdictionId: string): Adder =>
  (table, values) =>
    insertRow(owner, table, { jurisdiction_id: jurisdictionId, source: "whole", ...values });
