import type { RecordTable } from "./extract-columns";

/**
 * What a format cannot say, and the measures that need it. `misleads`: the table whose rows of that format would give those
 * measures a wrong number for as long as they stand; null where it only gives no rows.
 */
export type ExtractLack = {
  /** By which pages know its words. */
  code: string;
  lacks: string;
  measures: readonly string[];
  misleads: RecordTable | null;
};

/** What an extract was: its format, and its files by name, bytes and SHA-256 (hex). */
export type ExtractOrigin = {
  format: string;
  files: readonly { name: string; bytes: number; sha256: string }[];
  lacks: readonly ExtractLack[];
};
