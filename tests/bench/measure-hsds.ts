import os from "node:os";
import pg from "pg";
import { outgoingRows } from "../../app/domain/directory/outgoing/outgoing-columns";
import { gateOf } from "../../app/domain/directory/outgoing/outgoing-gate";
import { columnsOf, hsdsTable } from "../../app/interop/hsds/out/hsds-outgoing";
import { type ArmResult, compareArms, concurrency } from "./compare-arms";
import type { HttpClient } from "./drive-load";
import type { Length } from "./measure-search";

export interface HsdsResult {
  http: ArmResult;
  bare: ArmResult;
  /** Services a second for each processor of the machine, database and load generator included. */
  servicesPerCore: number;
}
const perPage = 100;
const pages = 200;

const rowsOf = (object: string, rest: string) => {
  const table = hsdsTable(object);
  return `select row_to_json(r)::text from (${outgoingRows(table.table, columnsOf(table))} ${rest}) r`;
};

/** The statements of one page as they are: ids, count, rows, and the organizations that they name. */
async function readBare(pool: pg.Pool, page: number): Promise<void> {
  const gate = gateOf("service")("t");
  const ids = await pool.query<{ id: string; organization_id: string }>(
    `select t.id, t.organization_id from service t where ${gate} order by t.id limit ${perPage} offset $1`,
    [page * perPage],
  );
  await pool.query(`select count(*) from service t where ${gate}`);
  const by = (column: "id" | "organization_id") => [[...new Set(ids.rows.map((row) => row[column]))]];
  await pool.query(rowsOf("service", "and t.id = any($1::uuid[]) order by t.id"), by("id"));
  await pool.query(rowsOf("organization", "and t.id = any($1::uuid[]) order by t.id"), by("organization_id"));
}

/** `/hsds/services?per_page=100` over the first 20,000 services, beside its SQL run bare. */
export async function measureHsds(
  client: HttpClient,
  url: string,
  jurisdictionId: string,
  length: Length,
): Promise<HsdsResult> {
  const options = `-c role=upstream_app -c app.jurisdiction_id=${jurisdictionId}`;
  const pool = new pg.Pool({ connectionString: url, max: concurrency, options });
  try {
    const read = async (n: number): Promise<void> => {
      const path = `/hsds/services?per_page=${perPage}&page=${1 + (n % pages)}`;
      const answer = await client.ask({ path });
      if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}`);
    };
    const arms = [
      { name: "/hsds/services?per_page=100", work: read },
      { name: "its SQL bare", work: (n: number) => readBare(pool, n % pages) },
    ];
    const [http, bare] = await compareArms(arms, length.rounds, length.seconds);
    return { http: http!, bare: bare!, servicesPerCore: (http!.perSecond * perPage) / os.cpus().length };
  } finally {
    await pool.end();
  }
}
