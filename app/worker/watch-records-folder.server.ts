import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { database } from "~/db/client.server";
import { isIsoDate } from "~/domain/kernel/calendar";
import { NotFound } from "~/domain/kernel/errors";
import { isId, newId } from "~/domain/kernel/ids";
import { readRecordsRemarks, readRecordsRun, startRecordsRun } from "~/domain/reports/index.server";
import { env } from "~/env.server";
import { writeCsv } from "~/interop/csv/write-csv";
import { besideImport } from "./beside-import.server";
import { hasEnded, takeRecords } from "./take-records.server";
import { claim, claimedAt, dropAt, layAway, listClaimed, listWhole, type Drop } from "./records-drop";

/** Where a jurisdiction's extracts are laid: its own folder by its slug; the folder itself where there is no other. */
async function dropsOf(
  jurisdictionId: string,
  folder: string | undefined,
): Promise<{ drop: Drop; others: string[] }[]> {
  if (folder === undefined) return [];
  const all = await database().prisma.jurisdiction.findMany({ select: { id: true, slug: true } });
  const slugs = all.map(({ slug }) => slug);
  const own = all.find(({ id }) => id === jurisdictionId);
  if (!own) return [];
  const drops = [{ drop: dropAt(path.resolve(folder, own.slug)), others: [] as string[] }];
  if (all.length === 1) drops.push({ drop: dropAt(path.resolve(folder)), others: slugs });
  return drops;
}

/** "2026-06-30" in a name is the last day that the extract covers. */
const dayIn = (name: string): string => name.match(/\d{4}-\d{2}-\d{2}/g)?.find(isIsoDate) ?? "";

/** The run that reads a claimed extract; made where its maker died before. */
async function findRun(jurisdictionId: string, runId: string, name: string) {
  const read = () => besideImport(jurisdictionId, (ctx) => readRecordsRun(ctx, { id: runId }));
  return read().catch(async (error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    const source = name.slice(0, 200);
    await besideImport(jurisdictionId, (ctx) =>
      startRecordsRun(ctx, { id: runId, source, fileName: source, asOf: dayIn(name), queued: false }),
    );
    return read();
  });
}

/** What became of it and every row that was not taken or wants a look, beside the files; never what a cell holds. */
async function writeReport(jurisdictionId: string, { reading }: Drop, runId: string): Promise<boolean> {
  const [run, told] = await besideImport(jurisdictionId, async (ctx) => [
    await readRecordsRun(ctx, { id: runId }),
    await readRecordsRemarks(ctx, { id: runId }),
  ]);
  const { state, failure, extract } = run;
  const remarks = [
    ...told.rejected.map((note) => ["not taken", note.file, note.line, note.column, note.code, note.reason]),
    ...told.warnings.map((note) => ["to look at", note.file, note.line, note.column, note.code, note.reason]),
  ];
  const own = path.join(reading, runId);
  const said = { state, failure, extract: extract?.number ?? null, counts: extract?.counts ?? {} };
  await writeFile(path.join(own, "report.json"), `${JSON.stringify(said, null, 2)}\n`);
  await writeFile(
    path.join(own, "report.csv"),
    writeCsv(["kind", "file", "line", "column", "code", "reason"], remarks),
  );
  return extract !== null;
}

/** Reads a claimed extract unless that is done, and lays it away when it has ended. */
async function takeClaimed(jurisdictionId: string, drop: Drop, runId: string, name: string): Promise<void> {
  await findRun(jurisdictionId, runId, name);
  try {
    await takeRecords({ runId, jurisdictionId }, claimedAt(drop, runId, name));
  } finally {
    const { state } = await findRun(jurisdictionId, runId, name);
    if (hasEnded(state))
      await layAway(drop, runId, name, (await writeReport(jurisdictionId, drop, runId)) ? "done" : "refused");
  }
}

/**
 * Looks into a jurisdiction's folder of extracts: what lies there whole is claimed, read like an upload, and laid in `done` or
 * `refused` with its report. Every step is one rename or one transaction, and begins with what an earlier try left: killed
 * anywhere, nothing is half in and nothing is read twice. Answers how many were laid away.
 */
export async function watchRecordsFolder(
  jurisdictionId: string,
  { folder = env().RECORDS_FOLDER, now = Date.now() }: { folder?: string; now?: number } = {},
): Promise<number> {
  let taken = 0;
  for (const { drop, others } of await dropsOf(jurisdictionId, folder)) {
    for (const name of await listWhole(drop, now, others)) await claim(drop, name, newId());
    for (const { runId, name } of (await listClaimed(drop)).filter((one) => isId(one.runId))) {
      await takeClaimed(jurisdictionId, drop, runId, name);
      if (!existsSync(path.join(drop.reading, runId))) taken += 1;
    }
  }
  return taken;
}
