import type { FigureChange, FigureLine } from "~/domain/goals/board-reports/report-figures";
import type { Words } from "~/locales/words";
import { type Markup, markup } from "~/ui/markup";

function lineInWords({ t, format }: Words, line: FigureLine | null): string {
  if (!line) return t("manager:report.notThere");
  const { numerator, denominator, value } = line;
  if (numerator !== null && denominator !== null)
    return t("manager:card.few", { n: format.number(numerator), d: format.number(denominator) });
  return value === null ? t("manager:report.noNumber") : format.number(value, 2);
}

/** Why a quarter's report was written again, and each measure that differs. */
export function drawChanges(words: Words, changes: readonly FigureChange[], reason: string): Markup {
  const { t, language } = words;
  const rows = changes.map(
    ({ title, before, after }) =>
      markup`<tr><th scope="row">${title[language]}</th><td>${lineInWords(words, before)}</td><td>${lineInWords(words, after)}</td></tr>`,
  );
  return markup`<section aria-labelledby="changed"><h2 id="changed">${t("manager:report.changed")}</h2><p>${t("manager:report.reasonSaid", { reason })}</p>
${
  rows.length === 0
    ? markup`<p>${t("manager:report.sameNumbers")}</p>`
    : markup`<div class="scroll"><table><caption>${t("manager:report.changedTable")}</caption><thead><tr><th scope="col">${t("manager:report.measure")}</th>
<th scope="col">${t("manager:report.before")}</th><th scope="col">${t("manager:report.now")}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}</section>`;
}
