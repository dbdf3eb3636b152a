import type { Stage } from "~/domain/directory/import/import-stage";

/** Columns of a file that have no place here, with how many rows say something in them. */
export class PassedOver {
  private readonly counts = new Map<string, number>();

  constructor(private readonly file: string) {}

  add(column: string, cell: string): void {
    if (cell.trim() !== "") this.counts.set(column, (this.counts.get(column) ?? 0) + 1);
  }

  /** Columns in which a row says something. */
  filled(): string[] {
    return [...this.counts.keys()];
  }

  /** Once for each of `columns`, when the whole file is read. */
  tell(stage: Pick<Stage, "warn">, columns: readonly string[]): void {
    for (const column of columns) {
      const count = this.counts.get(column) ?? 0;
      const reason = `not a column of HSDS or of our profile: passed over, ${count === 0 ? "empty" : `in ${count} rows`}`;
      stage.warn({ file: this.file, line: 1, column: column.slice(0, 60), reason, code: "unknown_column" });
    }
  }
}
