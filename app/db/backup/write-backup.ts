import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline as pipe } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { to } from "pg-copy-streams";
import { ZipFile } from "yazl";
import { backupFormat, type BackupManifest, firstPart, manifestPart } from "./backup-manifest";
import { listKeptFiles } from "./kept-files";
import { type KeptTable, listKeptTables, listSequences, plainFormats } from "./kept-tables";
import { type Measured, meterBytes } from "./meter-bytes";
import { sealBytes, sealLength } from "./seal-bytes";

export interface BackupAsk {
  /** A connection of the tables' owner, in no transaction. */
  client: pg.Client;
  /** The data folder. */
  folder: string;
  /** The key of links and sessions. */
  secret: string;
  /** Of this portal. */
  version: string;
  made: Date;
  progress(words: string): void;
}

const foreword = `A backup of an Upstream referral portal. It holds every family's name and story, and the key of its private links.
Whoever has this file has all of that: keep it as you keep the portal. To use it: npm run -s upstream -- restore FILE
`;

/** Words before the seal, and room for it. */
const comment = `Upstream backup. SHA-256 of all before: ${"0".repeat(sealLength)}`;

interface Writing {
  zip: ZipFile;
  add(name: string, open: () => Promise<Readable | null>, ended: (measured: Measured) => void): void;
}

/** Parts are read one after another, each as its turn comes; what fails ends the whole. */
function beginZip(): Writing {
  const zip = new ZipFile();
  const fail = (error: Error) => (zip.outputStream as Readable).destroy(error);
  zip.on("error", fail);
  return {
    zip,
    add: (name, open, ended) =>
      zip.addReadStreamLazy(name, { mode: 0o100600, compressionLevel: 4 }, (begin) => {
        open().then((source) => {
          const meter = meterBytes(ended);
          pipe(source ?? Readable.from([]), meter, () => undefined);
          begin(null, meter);
        }, fail);
      }),
  };
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A query of all partitions together, where a table has any. */
function copyOut(client: pg.Client, { schema, name, columns }: KeptTable): Readable {
  const rows = `select ${columns.map(quoted).join(", ")} from ${quoted(schema)}.${quoted(name)}`;
  return client.query(to(`copy (${rows}) to stdout`));
}

function addTables(writing: Writing, ask: BackupAsk, tables: KeptTable[], manifest: BackupManifest): void {
  for (const table of tables) {
    const part = `rows/${table.schema}.${table.name}.txt`;
    const open = () => Promise.resolve(copyOut(ask.client, table));
    writing.add(part, open, ({ bytes, lines, sha256 }) => {
      if (lines >= 10_000) ask.progress(`${table.name}: ${lines} rows`);
      manifest.tables.push({ ...table, rows: lines, part, bytes, sha256 });
    });
  }
}

/** Null where it went while the backup was written: a run's files end with it, an upload with its import. */
async function openIfThere(file: string): Promise<Readable | null> {
  try {
    const handle = await open(file);
    return createReadStream(file, { fd: handle });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function addFiles(writing: Writing, ask: BackupAsk, paths: string[], manifest: BackupManifest): void {
  const addFile = (one: string, open: () => Promise<Readable | null>) => {
    let isThere = true;
    const part = `files/${one}`;
    const opened = async () => {
      const source = await open();
      isThere = source !== null;
      return source;
    };
    writing.add(part, opened, ({ bytes, sha256 }) => {
      if (isThere) manifest.files.push({ path: one, part, bytes, sha256 });
    });
  };
  addFile("secret", () => Promise.resolve(Readable.from([Buffer.from(ask.secret)])));
  for (const one of paths) addFile(one, () => openIfThere(path.join(ask.folder, one)));
}

async function beginManifest(ask: BackupAsk): Promise<BackupManifest> {
  const { rows } = await ask.client.query<{ postgres: string; migrations: string[] }>(
    `select current_setting('server_version') as postgres, array(select migration_name::text from _prisma_migrations
      where finished_at is not null and rolled_back_at is null order by 1) as migrations`,
  );
  const { postgres = "", migrations = [] } = rows[0] ?? {};
  return {
    format: backupFormat,
    version: ask.version,
    made: ask.made.toISOString(),
    postgres,
    migrations,
    tables: [],
    sequences: await listSequences(ask.client),
    files: [],
  };
}

/** Writes everything the portal keeps, as it is at one moment, into one sealed zip; rows go by as a stream. */
export async function writeBackup(ask: BackupAsk, out: NodeJS.WritableStream): Promise<BackupManifest> {
  const { client } = ask;
  await client.query("begin isolation level repeatable read read only");
  await client.query(plainFormats);
  const manifest = await beginManifest(ask);
  const writing = beginZip();
  writing.zip.addBuffer(Buffer.from(foreword), firstPart, { mode: 0o100600, compress: false });
  addTables(writing, ask, await listKeptTables(client), manifest);
  addFiles(writing, ask, await listKeptFiles(ask.folder), manifest);
  const closing = () => Promise.resolve(Readable.from([Buffer.from(JSON.stringify(manifest, null, 1))]));
  writing.add(manifestPart, closing, () => undefined);
  writing.zip.end({ comment, forceZip64Format: false });
  await pipeline(writing.zip.outputStream, sealBytes(), out);
  await client.query("commit");
  return manifest;
}
