import pg from "pg";
import { type Arm, type ArmResult, compareArms } from "./compare-arms";
import type { BenchCall, SignedIn } from "./prepare-calls";
import type { HttpClient } from "./drive-load";
import type { RecordedSearch } from "./record-searches";

export interface Length {
  rounds: number;
  /** Of one arm in one round. */
  seconds: number;
}

export function takePage(client: HttpClient, headers: Record<string, string>, path: string, holds: string) {
  return async (): Promise<void> => {
    const page = await client.ask({ path, headers });
    if (page.status !== 200 || !page.body.includes(holds))
      throw new Error(`GET ${path} answered ${page.status} without its results`);
  };
}

/** The portal's intake search page, the empty Remix route and the bare statement, by turns. */
export async function measureSearch(input: {
  url: string;
  worker: SignedIn;
  baseline: HttpClient;
  searches: readonly RecordedSearch[];
  calls: readonly BenchCall[];
  length: Length;
}): Promise<Record<"http" | "remix" | "bare", ArmResult>> {
  const { worker, baseline, searches, calls, length } = input;
  const pool = new pg.Pool({ connectionString: input.url, max: 8 });
  const pages = calls.map(({ id, slug }) =>
    takePage(worker.client, worker.headers, `/intake/calls/${id}`, slug),
  );
  const plain = calls.map(({ slug }, at) => takePage(baseline, {}, `/search?at=${at}`, slug));
  const arms: Arm[] = [
    { name: "intake search over HTTP", work: async (n) => pages[n % pages.length]?.() },
    { name: "empty Remix route, same SQL, as many cards", work: async (n) => plain[n % plain.length]?.() },
    {
      name: "the same SQL through pg, prepared",
      work: async (n) => void (await pool.query(searches[n % searches.length]!.statement)),
    },
  ];
  try {
    const [http, remix, bare] = await compareArms(arms, length.rounds, length.seconds);
    return { http: http!, remix: remix!, bare: bare! };
  } finally {
    await pool.end();
  }
}
