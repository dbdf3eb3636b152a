import type { BoardReport } from "~/domain/goals/board-reports/read-report.server";
import { daysOfQuarter } from "~/domain/goals/board-reports/quarters";
import type { Language } from "~/locales/languages";
import type { Words } from "~/locales/words";
import { wordsIn } from "~/locales/words-in.server";
import { asDrawn, Markup, markup } from "~/ui/markup";
import { drawChanges } from "./draw-changes";
import { drawFlow } from "./draw-flow";
import { drawGoals } from "./draw-goals";
import { reportStyle } from "./report-style";

/** "Quarter 3 of 2026, July to September" */
function quarterInWords({ t, format }: Words, quarter: string): string {
  const [from, to] = daysOfQuarter(quarter);
  return t("manager:report.quarter", {
    quarter: quarter.slice(-1),
    year: quarter.slice(0, 4),
    from: format.date(from, "month"),
    to: format.date(to, "month"),
  });
}

/** A manager's note, its paragraphs as typed. */
function drawNote({ t }: Words, note: string): Markup | null {
  if (note === "") return null;
  const paragraphs = note.split(/\n{2,}/).map((one) => markup`<p>${one.trim()}</p>`);
  return markup`<section aria-labelledby="note"><h2 id="note">${t("manager:report.note")}</h2>${paragraphs}</section>`;
}

function drawHead(words: Words, report: BoardReport): Markup {
  const { t, format } = words;
  const frozen = t("manager:report.frozen", {
    when: format.dateTime(report.frozenAt),
    revision: format.number(report.revision),
    computed: format.dateTime(report.figures.computedAt),
    date: format.date(report.dataThrough, "year"),
  });
  const early = report.dataThrough < daysOfQuarter(report.quarter)[1];
  return markup`<header><h1>${t("manager:report.titleOf", { place: report.place })}</h1>
<p class="big">${quarterInWords(words, report.quarter)}</p><p class="meta">${frozen}</p>
${early && markup`<p class="say">${t("manager:report.dataEndBefore", { date: format.date(report.dataThrough, "year") })}</p>`}
<p class="say">${t("manager:goals.cause")} ${t("manager:report.hiding")}</p></header>`;
}

/**
 * A frozen report as one HTML document that stands alone: no script, nothing fetched, headings and tables that a screen reader reads, the
 * figures as they were frozen. The same report in the same language is always the same document.
 */
export function drawReport(report: BoardReport, language: Language): string {
  const words = wordsIn(language, "manager", { timeZone: report.timeZone, now: new Date(report.frozenAt) });
  const { t } = words;
  const title = `${t("manager:report.titleOf", { place: report.place })}: ${report.quarter}`;
  const body = [
    drawHead(words, report),
    drawNote(words, report.notes[language]),
    report.changes && drawChanges(words, report.changes, report.reason ?? ""),
    ...report.figures.frameworks.map((framework) => drawGoals(words, framework)),
    report.figures.flow && drawFlow(words, report.figures.flow),
  ].flatMap((part) => (part ? [part] : []));
  return `<!doctype html>\n${
    markup`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${new Markup(asDrawn(reportStyle))}</style></head><body><main>${body}
<footer><p class="meta">${t("manager:report.readRange")}</p></footer></main></body></html>`.html
  }\n`;
}
