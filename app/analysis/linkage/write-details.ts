import type { DuckDBConnection } from "@duckdb/node-api";
import type { Sides } from "./linkage-sides";

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Writes DETAILS.csv beside LINKS.csv: of each pair that is automatic, held or to be reviewed its pattern, the bits of its
 * names' frequency, whether a hard rule keeps it from an automatic link, whether nobody else comes near (`sole`) and else what it loses to who does, and the links of the household that it rests on, as
 * "id_a:id_b" joined by ";". Ids and numbers alone. Sorted; after writeLinks.
 */
export async function writeDetails(
  connection: DuckDBConnection,
  { left, right }: Sides,
  file: string,
): Promise<void> {
  await connection.run(
    `COPY (
       SELECT k.id_a, k.id_b, s.pattern, printf('%.4f', p.fbits) AS first_bits, printf('%.4f', p.lbits) AS last_bits,
         s.review AS hard_rule, g.sole, printf('%.4f', CASE WHEN g.sole THEN 0 ELSE s.w - g.w END) AS taken_bits, coalesce(u.rests_on, '') AS rests_on
       FROM link k JOIN scored s USING (a, b) JOIN pair p USING (a, b) JOIN assigned g USING (a, b)
       LEFT JOIN (SELECT t.a, t.b, string_agg(l.id || ':' || r.id, ';' ORDER BY l.id, r.id) AS rests_on
         FROM support t JOIN ${left} l ON t.by_a = l.rid JOIN ${right} r ON t.by_b = r.rid GROUP BY t.a, t.b) u USING (a, b)
       WHERE k.zone <> 'none' ORDER BY k.id_a, k.id_b) TO ${quote(file)} (FORMAT csv, HEADER)`,
  );
}
