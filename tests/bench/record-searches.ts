import { createHash } from "node:crypto";
import { openDatabase } from "../../app/db/client.server";
import { inTransaction } from "../../app/db/transaction.server";
import { readSearch, searchListings } from "../../app/domain/directory/index.server";
import type { SearchCriteria } from "../../app/domain/directory/search/search-criteria";
import { systemClock } from "../../app/domain/kernel/clock";
import type { Ctx } from "../../app/domain/kernel/context";
import { recordStatements, type Statement } from "./record-statements";
import { searchLines } from "./search-lines";

export interface RecordedSearch {
  line: string;
  criteria: SearchCriteria;
  /** Programs found. */
  total: number;
  /** Cards on the page: results and the folded ones. */
  cards: number;
  /** The first program that a spoken yes is enough for. */
  slug: string;
  statement: Statement;
}

type Recorded = { text: string; values: unknown[] };
const named = (sent: Recorded): Statement => ({ name: `search-${hashOf(sent.text)}`, ...sent });

function onlySearch(sent: Recorded[], what: string): Recorded {
  const search = sent.find(({ text }) => text.includes("listing_card"));
  if (!search) throw new Error(`The search for ${what} sent no statement over listing_card.`);
  return search;
}

/** Runs `run` as the public of the jurisdiction, and hears what is sent. */
async function listening<T>(
  url: string,
  jurisdictionId: string,
  run: (ctx: Ctx, taken: () => Recorded[]) => Promise<T>,
): Promise<T> {
  const database = openDatabase(url, 1);
  const heard = recordStatements(database.pool);
  const actor = { kind: "public" as const, jurisdictionId };
  try {
    return await inTransaction(
      { jurisdictionId },
      (tx) => run({ actor, tx, clock: systemClock }, heard.taken),
      { prisma: database.prisma, timeout: 120_000 },
    );
  } finally {
    await database.close();
  }
}

/** The statements that these criteria send. */
export function recordStatementsOf(
  url: string,
  jurisdictionId: string,
  criteria: readonly SearchCriteria[],
): Promise<Statement[]> {
  return listening(url, jurisdictionId, async (ctx, taken) => {
    const statements: Statement[] = [];
    for (const one of criteria) {
      taken();
      await searchListings(ctx, { criteria: one });
      statements.push(named(onlySearch(taken(), JSON.stringify(one.needs))));
    }
    return statements;
  });
}

/** Runs each line through the portal's own search and keeps the one statement that it sent to find its results. */
export function recordSearches(
  url: string,
  jurisdictionId: string,
  lines: readonly string[] = searchLines,
): Promise<RecordedSearch[]> {
  return listening(url, jurisdictionId, async (ctx, taken) => {
    const searches: RecordedSearch[] = [];
    for (const line of lines) {
      const { criteria } = await readSearch(ctx, { line });
      taken();
      const found = await searchListings(ctx, { criteria });
      const statement = named(onlySearch(taken(), line));
      const cards = found.results.length + found.closed.length;
      const open = found.results.find(
        ({ card, freshness }) => !card.needsSignedRelease && freshness.review !== "stale",
      );
      searches.push({ line, criteria, total: found.total, cards, slug: open?.card.slug ?? "", statement });
    }
    return searches;
  });
}

const hashOf = (text: string): string => createHash("sha1").update(text).digest("hex").slice(0, 16);
