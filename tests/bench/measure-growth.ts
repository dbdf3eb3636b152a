import pg from "pg";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import { type ArmResult, compareArms, type Ratio, ratioOf } from "./compare-arms";
import { driveLoad, percentile } from "./drive-load";
import type { Length } from "./measure-search";
import { type Directory, openBenchDatabase } from "./open-bench-database";
import { recordSearches, recordStatementsOf } from "./record-searches";
import { growthLines } from "./search-lines";

export interface GrowthResult {
  arms: Record<Directory, ArmResult>;
  /** What a search costs among 100,000 services, where 10,000 in a tenth of the counties cost 1. */
  wider: Ratio;
  /** The same, where 10,000 over the same counties cost 1. */
  denser: Ratio;
  word: { word: string; services: number; found: number; p50: number; p95: number };
}

async function jurisdictionOf(pool: pg.Pool): Promise<string> {
  const found = await pool.query<{ id: string }>("select id from jurisdiction");
  return found.rows[0]!.id;
}

/** The word that stands in most names, searched for alone, one search at a time. */
async function measureWord(url: string, pool: pg.Pool, seconds: number): Promise<GrowthResult["word"]> {
  const words = await pool.query<{ word: string; ndoc: number }>(
    "select word, ndoc from ts_stat($$select to_tsvector('simple', name) from listing_words$$) order by ndoc desc, word limit 1",
  );
  const { word, ndoc } = words.rows[0]!;
  const criteria = [{ ...emptyCriteria, words: [word] }];
  const [statement] = await recordStatementsOf(url, await jurisdictionOf(pool), criteria);
  const found = await pool.query<{ total: number }>(statement!);
  const { times } = await driveLoad(async () => void (await pool.query(statement!)), 1, seconds);
  return {
    word,
    services: ndoc,
    found: found.rows[0]?.total ?? 0,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}

/** The same searches among ten times the services in ten times the counties, and ten times as dense, by turns. */
export async function measureGrowth(length: Length, say: (line: string) => void): Promise<GrowthResult> {
  const names = ["tenth", "sparse", "whole"] as const;
  const pools: Partial<Record<Directory, pg.Pool>> = {};
  try {
    const works = [];
    let whole = "";
    for (const name of names) {
      const { url } = await openBenchDatabase(name, say);
      const pool = (pools[name] = new pg.Pool({ connectionString: url, max: 8 }));
      const searches = await recordSearches(url, await jurisdictionOf(pool), growthLines);
      const work = async (n: number) => void (await pool.query(searches[n % searches.length]!.statement));
      works.push({ name, work });
      whole = url;
    }
    const [tenth, sparse, all] = await compareArms(works, length.rounds, length.seconds);
    const arms = { tenth: tenth!, sparse: sparse!, whole: all! };
    return {
      arms,
      wider: ratioOf(arms.tenth, arms.whole),
      denser: ratioOf(arms.sparse, arms.whole),
      word: await measureWord(whole, pools.whole!, length.seconds),
    };
  } finally {
    for (const pool of Object.values(pools)) await pool.end();
  }
}
