import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readSearch, searchListings } from "../../app/domain/directory/index.server";
import type { Ctx } from "../../app/domain/kernel/context";
import type { TestDatabase } from "../setup/database";
import { asSystem } from "../setup/listing-rows";

interface Score {
  lines: number;
  ndcg5: number;
  success3: number;
  none: number;
}
export type Scores = Record<"all" | "en" | "es", Score>;

/** What the judged lines of `folder` (baltimore.jsonl, score.mjs) bring up among the services of `source`, by their own scorer. */
export async function scoreRelevance(
  db: TestDatabase,
  jurisdictionId: string,
  { folder, source }: { folder: string; source: string },
): Promise<Scores> {
  const judged = path.join(folder, "baltimore.jsonl");
  const ids = new Map(
    (await db.owner.query<{ id: string; source_id: string }>("select id, source_id from service")).rows.map(
      (row) => [row.id, row.source_id],
    ),
  );
  const typed = (ctx: Ctx, line: string, language: string) =>
    readSearch(ctx, { line, language }).then(({ criteria }) => searchListings(ctx, { criteria }));
  const run: Record<string, string[]> = {};
  for (const text of readFileSync(judged, "utf8").trim().split("\n")) {
    const { id, line, lang } = JSON.parse(text) as { id: string; line: string; lang: string };
    const found = await asSystem(db, jurisdictionId, (ctx) =>
      typed({ ...ctx, actor: { kind: "public", jurisdictionId } }, line, lang),
    );
    run[id] = found.results.flatMap(({ serviceId }) => ids.get(serviceId) ?? []);
  }
  const kept = path.join(mkdtempSync(path.join(tmpdir(), "relevance-")), "run.json");
  writeFileSync(kept, JSON.stringify(run));
  const args = ["--judged", judged, "--services", source, "--run", kept, "--json", "1"];
  const answer = execFileSync(process.execPath, [path.join(folder, "score.mjs"), ...args]);
  return JSON.parse(answer.toString()) as Scores;
}
