import { gunzipSync } from "node:zlib";
import http from "node:http";
import pg from "pg";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import { compareArms, type ArmResult } from "./compare-arms";
import { driveLoad, type HttpClient, median } from "./drive-load";
import type { Length } from "./measure-search";
import { type RecordedSearch, recordStatementsOf } from "./record-searches";

export interface PublicResult {
  http: ArmResult;
  /** The statements that these pages send, through pg. */
  bare: ArmResult;
  /** Milliseconds, median, one request at a time. */
  alone: number;
  /** Bytes of the largest page as sent with gzip, and as it is. */
  gzip: number;
  plain: number;
}

/** Posts the public search form and answers the results page that it leads to. */
export async function findResults(
  client: HttpClient,
  origin: string,
  { criteria, line }: RecordedSearch,
): Promise<string> {
  const headers = {
    origin,
    "sec-fetch-site": "same-origin",
    "content-type": "application/x-www-form-urlencoded",
  };
  const fields = { intent: "boxes", need: criteria.needs[0] ?? "", place: criteria.place?.code ?? "" };
  const answer = await client.ask({
    path: "/en?index",
    method: "POST",
    headers,
    body: new URLSearchParams(fields).toString(),
  });
  const to = answer.headers.location;
  if (!to?.includes("/find")) throw new Error(`The public search answered ${answer.status} for "${line}".`);
  return to;
}

function gzipped(origin: string, path: string): Promise<{ gzip: number; plain: number }> {
  return new Promise((resolve, reject) => {
    http
      .get(new URL(path, origin), { headers: { "accept-encoding": "gzip" } }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          const body = Buffer.concat(parts);
          resolve({ gzip: body.length, plain: gunzipSync(body).length });
        });
      })
      .on("error", reject);
  });
}

/** The public results page: eight at a time and alone, without compression; its size with gzip. */
export async function measurePublic(
  database: { url: string; jurisdictionId: string },
  client: HttpClient,
  origin: string,
  searches: readonly RecordedSearch[],
  length: Length,
): Promise<PublicResult> {
  const asked = searches.map(({ criteria: { needs, place } }) => ({
    ...emptyCriteria,
    needs: needs.slice(0, 1),
    place,
  }));
  const statements = await recordStatementsOf(database.url, database.jurisdictionId, asked);
  const pool = new pg.Pool({ connectionString: database.url, max: 8 });
  const paths: string[] = [];
  for (const search of searches) paths.push(await findResults(client, origin, search));
  const take = async (n: number): Promise<void> => {
    const path = paths[n % paths.length]!;
    const page = await client.ask({ path });
    if (page.status !== 200) throw new Error(`GET ${path} answered ${page.status}`);
  };
  const ask = async (n: number) => void (await pool.query(statements[n % statements.length]!));
  const arms = [
    { name: "public results page", work: take },
    { name: "its SQL through pg, prepared", work: ask },
  ];
  const [http, bare] = await compareArms(arms, length.rounds, length.seconds).finally(() => pool.end());
  const alone = median((await driveLoad(take, 1, length.seconds)).times);
  const sizes = [];
  for (const path of paths) sizes.push(await gzipped(origin, path));
  const largest = sizes.sort((a, b) => b.gzip - a.gzip)[0]!;
  return { http: http!, bare: bare!, alone, ...largest };
}
