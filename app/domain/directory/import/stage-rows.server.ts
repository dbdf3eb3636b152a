import { copyValue } from "~/db/copy-rows.server";
import { isId } from "../../kernel/ids";
import { markColumns } from "./import-table";
import type { Stage } from "./import-stage";
import { addNote, type OpenImport, quoted, tableOf } from "./open-import.server";

const flushAt = 600_000;

interface Gathered {
  target: string;
  columns: string[];
  kept: { name: string }[];
  lines: string[];
  size: number;
}

function gather(work: OpenImport, name: string): Gathered {
  const table = tableOf(work, name);
  const kept = [
    ...table.columns.map((column) => ({ name: column.name })),
    ...Object.keys(markColumns[name] ?? {}).map((mark) => ({ name: mark })),
  ];
  return {
    target: `s_${name}`,
    columns: ["file", "line", "sid", "given", "derived", ...kept.map((column) => quoted(column.name))],
    kept,
    lines: [],
    size: 0,
  };
}

/** Opens the stage: rows go to PostgreSQL by COPY in pieces of half a megabyte, one on the way while the next is read. */
export function openStage(work: OpenImport): { stage: Stage; finish: () => Promise<void> } {
  const tables = new Map<string, Gathered>();
  const fileNumbers = new Map<string, number>();
  const refused: string[] = [];
  let sending: Promise<void> = Promise.resolve();
  let failed: unknown;
  const send = async (gathered: Gathered): Promise<void> => {
    const text = `${gathered.lines.join("\n")}\n`;
    gathered.lines = [];
    gathered.size = 0;
    await sending;
    if (failed !== undefined) throw failed;
    sending = work.copy(gathered.target, gathered.columns, text).catch((error: unknown) => {
      failed = error;
    });
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
    speak: (name, columns) => {
      const { spoken } = tableOf(work, name);
      for (const column of columns) spoken.add(column);
    },
    reject: (note) => addNote(work, "rejected", note),
    refuse: (table, id) => void refused.push(`${table}\t${copyValue(id)}`),
    warn: (note) => addNote(work, "warnings", note),
    add: (name, row) => {
      let gathered = tables.get(name);
      if (!gathered) tables.set(name, (gathered = gather(work, name)));
      const given = isId(row.id) ? row.id.toLowerCase() : "\\N";
      let line = `${fileNumber(row.file)}\t${row.line ?? "\\N"}\t${copyValue(row.id)}\t${given}\t${row.derivedId}`;
      for (const { name: column } of gathered.kept) line += `\t${copyValue(row.values[column] ?? null)}`;
      gathered.lines.push(line);
      gathered.size += line.length;
      return gathered.size > flushAt ? send(gathered) : undefined;
    },
  };
  const finish = async () => {
    for (const gathered of tables.values()) if (gathered.lines.length > 0) await send(gathered);
    await sending;
    if (failed !== undefined) throw failed;
    if (refused.length > 0) await work.copy("refused", ["entity", "sid"], `${refused.join("\n")}\n`);
  };
  return { stage, finish };
}
