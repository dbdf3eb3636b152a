import { z } from "zod";

/** Of the file as a whole; a later form that this version cannot read has a higher one. */
export const backupFormat = 1;

/** The file's first part, by which it is known, and its last. */
export const firstPart = "upstream-backup.txt";
export const manifestPart = "manifest.json";

const part = { part: z.string(), bytes: z.number(), sha256: z.string().length(64) };

/** What stands in a backup, and how it is known to be whole. */
export const backupManifest = z.strictObject({
  format: z.literal(backupFormat),
  /** Of the portal that wrote it. */
  version: z.string(),
  made: z.iso.datetime(),
  postgres: z.string(),
  /** Applied to the database when it was read. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.strictObject({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      ...part,
    }),
  ),
  sequences: z.array(z.strictObject({ schema: z.string(), name: z.string(), value: z.string() })),
  /** Of the data folder, by their path in it. */
  files: z.array(z.strictObject({ path: z.string(), ...part })),
});

export type BackupManifest = z.infer<typeof backupManifest>;
export type BackupTable = BackupManifest["tables"][number];

/** A file that is no backup that can be used here: the words say why. */
export class UnusableBackup extends Error {}

export const rowsIn = ({ tables }: Pick<BackupManifest, "tables">): number =>
  tables.reduce((sum, { rows }) => sum + rows, 0);
