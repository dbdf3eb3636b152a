import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { drawReport, printPdf } from "~/board-report/index.server";
import { freezeReport, listReports, readReport } from "~/domain/goals/index.server";
import { Invalid } from "~/domain/kernel/errors";
import { languages } from "~/locales/languages";
import { needOption, readOptions, resolvePath, type Terminal, Unusable } from "./command-words";
import { asCommand, openPortal, type OpenPortal } from "./open-portal";

const why: Record<string, string> = {
  not_begun: "that quarter has not begun.",
  no_numbers: "nothing was computed yet: npm run -s upstream -- compute measures.",
};

/** The quarter's newest report; frozen now where there is none, or anew when a reason is given. */
async function findOrFreeze(portal: OpenPortal, quarter: string, reason: string): Promise<string> {
  try {
    return await asCommand(portal, "report", async (ctx) => {
      const { reports } = await listReports(ctx);
      const known = reports.find((one) => one.quarter === quarter.replace(" ", ""));
      if (known && reason === "") return known.id;
      return (await freezeReport(ctx, { quarter, reason })).id;
    });
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const code = error.fieldErrors["quarter"]?.[0] ?? "";
    throw new Unusable(
      why[code] ?? `--quarter is a year and a quarter, as 2026Q3: "${quarter.slice(0, 20)}"`,
    );
  }
}

/** A file gets its name when it is whole. */
async function put(file: string, bytes: string | Buffer): Promise<void> {
  await writeFile(`${file}.part`, bytes, { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/** `upstream report --quarter 2026Q3 --out DIR`: the quarter's frozen report as HTML and, where a Chromium is, as PDF, in both languages. */
export async function report(typed: string[], terminal: Terminal): Promise<void> {
  const values = readOptions(typed, {
    json: { type: "boolean" },
    jurisdiction: { type: "string" },
    quarter: { type: "string" },
    reason: { type: "string" },
    out: { type: "string" },
  });
  const [quarter, folder] = [
    needOption(values.quarter, "quarter"),
    resolvePath(needOption(values.out, "out")),
  ];
  await openPortal(terminal, values.jurisdiction, async (portal) => {
    const id = await findOrFreeze(portal, quarter, values.reason?.trim() ?? "");
    const frozen = await asCommand(portal, "report", (ctx) => readReport(ctx, { id }));
    await mkdir(folder, { recursive: true });
    const files: string[] = [];
    for (const language of languages) {
      const html = drawReport(frozen, language);
      const base = path.join(folder, `report-${frozen.quarter}-${frozen.revision}.${language}`);
      await put(`${base}.html`, html);
      const pdf = await printPdf(html);
      if (pdf) await put(`${base}.pdf`, pdf);
      else terminal.err("No Chromium here, so no PDF: open the HTML and print it.\n");
      files.push(`${base}.html`, ...(pdf ? [`${base}.pdf`] : []));
    }
    const { revision, dataThrough } = frozen;
    terminal.out(
      values.json
        ? `${JSON.stringify({ quarter: frozen.quarter, revision, dataThrough, files })}\n`
        : `${files.join("\n")}\n`,
    );
  });
}
