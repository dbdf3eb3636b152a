import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { env } from "~/env.server";

const run = promisify(execFile);
const installed = [
  "chromium",
  "chromium-headless-shell",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
].flatMap((name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`]);
const longestMs = 60_000;

/** The Chromium that prints: UPSTREAM_BROWSER, else an installed one; null where there is none. */
export const findPrinter = (): string | null =>
  [env().UPSTREAM_BROWSER ?? "", ...installed].find((file) => file !== "" && existsSync(file)) ?? null;

/**
 * An HTML document as a tagged PDF with an outline of its headings, printed by Chromium without network in a folder of its own. Null where no Chromium is installed:
 * the document itself prints. Throws when it fails or takes over a minute.
 */
export async function printPdf(html: string): Promise<Buffer | null> {
  const printer = findPrinter();
  if (!printer) return null;
  const folder = await mkdtemp(path.join(tmpdir(), "board-report-"));
  try {
    const [from, to] = [path.join(folder, "report.html"), path.join(folder, "report.pdf")];
    await writeFile(from, html, { mode: 0o600 });
    const told = [
      ...[
        "--headless",
        // Chromium refuses its sandbox to root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-extensions",
      ],
      ...[
        "--export-tagged-pdf",
        "--generate-pdf-document-outline",
        "--no-pdf-header-footer",
        "--host-resolver-rules=MAP * ~NOTFOUND",
      ],
      ...[
        `--user-data-dir=${path.join(folder, "profile")}`,
        `--print-to-pdf=${to}`,
        pathToFileURL(from).href,
      ],
    ];
    await run(printer, told, { timeout: longestMs });
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
