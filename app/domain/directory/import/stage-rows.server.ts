import { copyValue } from "~/db/copy-rows.server";
import { isId } from "../../kernel/ids";
import { markColumns, type StagedRow } from "./import-table";
import type { Stage } from "./import-stage";
import { addNote, type OpenImport, quoted, tableOf } from "./open-import.server";

const flushAt = 600_000;

interface Gathered {
  target: string;
  columns: string[];
  /** Columns that the source speaks of or that rows have had; the others stay out of the COPY. */
  kept: ReadonlySet<string>;
  names: readonly string[];
  lines: string[];
  size: number;
}

function gather(work: OpenImport, name: string, wanted: Iterable<string>): Gathered {
  const table = tableOf(work, name);
  const want = new Set([...wanted, ...table.spoken, ...Object.keys(markColumns[name] ?? {})]);
  const all = [...table.columns.map((column) => column.name), ...Object.keys(markColumns[name] ?? {})];
  const some = all.filter((column) => want.has(column));
  const columns = ["file", "line", "sid", "given", "derived", ...some.map(quoted)];
  // What is no column of ours is known too: it must not be taken for news with every row.
  return { target: `s_${name}`, columns, kept: new Set([...some, ...want]), names: some, lines: [], size: 0 };
}

/** Whether a row has a value of a column that was not gathered so far. */
function hasMore(kept: ReadonlySet<string>, values: StagedRow["values"]): boolean {
  for (const column in values) if (!kept.has(column)) return true;
  return false;
}

/** Opens the stage: rows go to PostgreSQL by COPY in pieces of half a megabyte, one on the way while the next is read. */
export function openStage(work: OpenImport): { stage: Stage; finish: () => Promise<void> } {
  const tables = new Map<string, Gathered>();
  const fileNumbers = new Map<string, number>();
  const refused: string[] = [];
  let count = 0;
  let passed = 0;
  let sending: Promise<void> = Promise.resolve();
  let failed: unknown;
  const check = (): void => {
    if (failed !== undefined) throw failed;
  };
  /** Answers when the piece before it has arrived. */
  const send = (gathered: Gathered): Promise<void> => {
    const text = `${gathered.lines.join("\n")}\n`;
    gathered.lines = [];
    gathered.size = 0;
    const before = sending;
    sending = before
      .then(() => (failed === undefined ? work.copy(gathered.target, gathered.columns, text) : undefined))
      .catch((error: unknown) => {
        failed = error;
      });
    return before.then(check);
  };
  const fileNumber = (file: string): number => {
    const known = fileNumbers.get(file);
    if (known !== undefined) return known;
    fileNumbers.set(file, work.files.length);
    return work.files.push(file) - 1;
  };
  const stage: Stage = {
    jurisdictionId: work.ctx.actor.jurisdictionId,
    source: work.source,
    progress: work.progress,
    passed: (characters) => void (passed += characters),
    speak: (name, columns) => {
      const { spoken } = tableOf(work, name);
      for (const column of columns) spoken.add(column);
    },
    reject: (note) => addNote(work, "rejected", note),
    refuse: (table, id) => void refused.push(`${table}\t${copyValue(id)}`),
    warn: (note) => addNote(work, "warnings", note),
    add: (name, row) => {
      count += 1;
      if (count % 1_000 === 0)
        work.tell("reading", count, null, Math.min(1, passed / Math.max(1, work.size)));
      let gathered = tables.get(name);
      if (!gathered || hasMore(gathered.kept, row.values)) {
        if (gathered && gathered.lines.length > 0) void send(gathered).catch(() => undefined);
        gathered = gather(work, name, [...(gathered?.kept ?? []), ...Object.keys(row.values)]);
        tables.set(name, gathered);
      }
      const given = isId(row.id) ? row.id.toLowerCase() : "\\N";
      let line = `${fileNumber(row.file)}\t${row.line ?? "\\N"}\t${copyValue(row.id)}\t${given}\t${row.derivedId}`;
      for (const column of gathered.names) line += `\t${copyValue(row.values[column] ?? null)}`;
      gathered.lines.push(line);
      gathered.size += line.length;
      return gathered.size > flushAt ? send(gathered) : undefined;
    },
  };
  const finish = async () => {
    for (const gathered of tables.values()) if (gathered.lines.length > 0) await send(gathered);
    await sending;
    check();
    if (refused.length > 0) await work.copy("refused", ["entity", "sid"], `${refused.join("\n")}\n`);
  };
  return { stage, finish };
}
