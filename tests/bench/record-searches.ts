import { createHash } from "node:crypto";
import { openDatabase } from "../../app/db/client.server";
import { inTransaction } from "../../app/db/transaction.server";
import { readSearch, searchListings } from "../../app/domain/directory/index.server";
import type { SearchCriteria } from "../../app/domain/directory/search-criteria";
import { systemClock } from "../../app/domain/kernel/clock";
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

/** Runs each line through the portal's own search and keeps the one statement that it sent to find its results. */
export async function recordSearches(url: string, jurisdictionId: string): Promise<RecordedSearch[]> {
  const database = openDatabase(url, 1);
  const heard = recordStatements(database.pool);
  try {
    const searches: RecordedSearch[] = [];
    for (const line of searchLines) {
      searches.push(
        await inTransaction(
          { jurisdictionId },
          async (tx) => {
            const ctx = { actor: { kind: "public" as const, jurisdictionId }, tx, clock: systemClock };
            const { criteria } = await readSearch(ctx, { line });
            heard.taken();
            const found = await searchListings(ctx, { criteria });
            const [sent] = heard.taken().filter(({ text }) => text.includes("listing_search"));
            if (!sent) throw new Error(`The search for "${line}" sent no statement over listing_search.`);
            const cards = found.results.length + found.closed.length;
            const statement = { name: `search-${hashOf(sent.text)}`, ...sent };
            const open = found.results.find(
              ({ card, freshness }) => !card.needsSignedRelease && freshness.review !== "stale",
            );
            return { line, criteria, total: found.total, cards, slug: open?.card.slug ?? "", statement };
          },
          { prisma: database.prisma },
        ),
      );
    }
    return searches;
  } finally {
    await database.close();
  }
}

const hashOf = (text: string): string => createHash("sha1").update(text).digest("hex").slice(0, 16);
