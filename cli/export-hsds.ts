import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { readJurisdiction } from "~/domain/organizations/index.server";
import { type PackageAsk, writeHsdsPackage } from "~/interop/hsds/out/hsds-package.server";
import { needOption, readCommandWords, resolvePath, Unusable, type Terminal } from "./command-words";
import { asCommand, openPortal } from "./open-portal";

const usage =
  "usage: npm run -s upstream -- export hsds --out FILE.zip [--jurisdiction SLUG] [--format csv|json|both] [--json]";

function formatOf(word: string | undefined): PackageAsk["format"] {
  if (word === undefined) return "both";
  if (word === "csv" || word === "json" || word === "both") return word;
  throw new Unusable("--format is csv, json or both.");
}

async function checkFolder(file: string): Promise<void> {
  const folder = await stat(path.dirname(file)).catch(() => null);
  if (!folder?.isDirectory()) throw new Unusable(`${path.dirname(file)}: no such folder.`);
  if ((await stat(file).catch(() => null))?.isDirectory()) throw new Unusable(`${file} is a folder.`);
}

const options = {
  json: { type: "boolean" },
  out: { type: "string" },
  jurisdiction: { type: "string" },
  format: { type: "string" },
} as const;

/** `upstream export hsds --out FILE.zip`: the open part of a directory as an HSDS package. */
export async function exportHsds(typed: string[], terminal: Terminal): Promise<void> {
  const { positionals, values } = readCommandWords(typed, options);
  if (positionals.length > 0) throw new Unusable(usage);
  const file = resolvePath(needOption(values.out, "out"));
  const format = formatOf(values.format);
  await checkFolder(file);
  // Half an export is none: it gets its name when it is whole.
  const part = `${file}.part`;
  const progress = (words: string) => terminal.err(`${words}\n`);
  await openPortal(terminal, values.jurisdiction, (portal) =>
    asCommand(
      portal,
      "export",
      async (ctx) => {
        const address = (await readJurisdiction(ctx)).address ?? terminal.settings().PUBLIC_ORIGIN;
        const profile = address ? `${address.replace(/\/$/, "")}/hsds/profile` : null;
        const title = `Directory of ${portal.jurisdiction.slug}`;
        const report = await writeHsdsPackage(ctx, { format, title, profile, progress }, (bytes) =>
          pipeline(bytes, createWriteStream(part)),
        );
        await rename(part, file);
        const rows = Object.values(report.exported).reduce((sum, n) => sum + n, 0);
        terminal.err(`${rows} rows, ${report.left.length} left behind in part: see export-report.json\n`);
        if (values.json) terminal.out(`${JSON.stringify(report)}\n`);
      },
      { snapshot: true },
    ).finally(() => rm(part, { force: true })),
  );
}
