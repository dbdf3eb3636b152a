import path from "node:path";
import type { Readable } from "node:stream";
import { Transform } from "node:stream";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { UnusableFiles } from "./import-report";
import type { PackageFiles } from "./package-files";

/** What a package may weigh: a real directory of 100,000 services is about 300 MB in 25 files. */
const packageLimits = {
  entries: 500,
  entryBytes: 1_500_000_000,
  totalBytes: 3_000_000_000,
  /** Text squeezes to a tenth; a bomb to a thousandth. */
  ratio: 200,
  /** Below this nothing is a bomb. */
  freeBytes: 5_000_000,
};
export type ZipLimits = typeof packageLimits;
/** Which folder of a zip is read, by the names of its files; and what the zip may weigh. */
export type ZipReading = { homeOf(names: readonly string[]): string; limits: ZipLimits };

const shown = (name: string): string => JSON.stringify(name.slice(0, 120));
const mb = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString("en-US")} MB`;

function refuse(name: string, why: string): never {
  throw new UnusableFiles(`The zip holds ${shown(name)}, ${why}. Nothing of it is read.`);
}

/** Everything that makes a zip unfit, before a byte of it is inflated. */
function checkEntry(entry: Entry, limits: ZipLimits): void {
  const name = entry.fileName;
  if (/^[/\\]|^[a-z]:|\\/i.test(name)) refuse(name, "an absolute path");
  if (name.split("/").includes("..")) refuse(name, "a path that leaves its folder");
  if (name.includes("\0")) refuse(name, "a name with a NUL character");
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (mode === 0o120000) refuse(name, "a symbolic link");
  if (mode !== 0 && mode !== 0o100000 && mode !== 0o040000) refuse(name, "not an ordinary file");
  if (entry.isEncrypted()) refuse(name, "encrypted");
  if (/\.(zip|gz|tgz|7z|rar|bz2|xz|zst)$/i.test(name)) refuse(name, "a package inside the package");
  const { compressedSize: small, uncompressedSize: large } = entry;
  if (large > limits.entryBytes) refuse(name, `larger than ${mb(limits.entryBytes)} when inflated`);
  if (large > limits.freeBytes && large > small * limits.ratio)
    refuse(name, `more than ${limits.ratio} times its packed size when inflated`);
}

function readEntries(zip: ZipFile, limits: ZipLimits): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    let total = 0;
    zip.on("entry", (entry: Entry) => {
      try {
        checkEntry(entry, limits);
        total += entry.uncompressedSize;
        if (entries.push(entry) > limits.entries)
          throw new UnusableFiles(`The zip holds more than ${limits.entries} files. Nothing of it is read.`);
        if (total > limits.totalBytes)
          throw new UnusableFiles(
            `The zip is larger than ${mb(limits.totalBytes)} when inflated. Nothing of it is read.`,
          );
        zip.readEntry();
      } catch (error) {
        reject(error as Error);
      }
    });
    zip.once("end", () => resolve(entries));
    zip.once("error", reject);
    zip.readEntry();
  });
}

/** A zip may say less than it holds: what comes out is counted too. */
function counted(entry: Entry, limits: ZipLimits): Transform {
  let size = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      size += piece.length;
      const tooMuch = size > entry.uncompressedSize || size > limits.entryBytes;
      done(tooMuch ? new UnusableFiles(`${entry.fileName}: holds more than the zip says.`) : null, piece);
    },
  });
}

function openEntry(zip: ZipFile, entry: Entry, limits: ZipLimits): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error)
        return reject(
          new UnusableFiles(`${entry.fileName}: cannot be read out of the zip (${error.message}).`),
        );
      const out = counted(entry, limits);
      stream.on("error", (fault) =>
        out.destroy(
          new UnusableFiles(`${entry.fileName}: cannot be read out of the zip (${fault.message}).`),
        ),
      );
      resolve(stream.pipe(out));
    });
  });
}

/** The one folder that holds the package: where its services or organizations lie, in CSV before JSON. */
function homeOfPackage(names: readonly string[]): string {
  const home = (form: RegExp) =>
    names.filter((name) => form.test(path.posix.basename(name))).map((name) => path.posix.dirname(name));
  const [first] = [
    ...home(/^(services?|organizations?)\.csv$/i),
    ...home(/^(services?|organizations?)\.(nd)?jsonl?$/i),
  ].sort((a, b) => a.split("/").length - b.split("/").length);
  return first ?? ".";
}

/** Opens a zip without unpacking it to disk. Throws UnusableFiles, with the entry named, for one that is unfit. */
export async function openZip(
  file: string,
  { homeOf, limits }: ZipReading = { homeOf: homeOfPackage, limits: packageLimits },
): Promise<PackageFiles> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.open(
      file,
      {
        lazyEntries: true,
        autoClose: false,
        decodeStrings: true,
        strictFileNames: false,
        validateEntrySizes: true,
      },
      (error, opened) =>
        error
          ? reject(
              new UnusableFiles(`${path.basename(file)}: not a zip that can be read (${error.message}).`),
            )
          : resolve(opened),
    );
  });
  try {
    const entries = await readEntries(zip, limits).catch((error: unknown) => {
      if (error instanceof UnusableFiles) throw error;
      throw new UnusableFiles(
        `${path.basename(file)}: not a zip that can be read (${(error as Error).message}).`,
      );
    });
    const home = homeOf(entries.map((entry) => entry.fileName));
    const inside = new Map(
      entries
        .filter((entry) => !entry.fileName.endsWith("/") && path.posix.dirname(entry.fileName) === home)
        .map((entry) => [path.posix.basename(entry.fileName), entry]),
    );
    return {
      names: [...inside.keys()].sort(),
      size: [...inside.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0),
      open: (name) => {
        const entry = inside.get(name);
        if (!entry) throw new UnusableFiles(`${name}: not in the zip.`);
        return openEntry(zip, entry, limits);
      },
      close: () => Promise.resolve(zip.close()),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}
