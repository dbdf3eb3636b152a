import { againstTarget } from "~/domain/goals/against-target";
import type { GoalFigures, ReportFigures } from "~/domain/goals/board-reports/report-figures";
import { isComplement, toShown } from "~/domain/goals/shown-share";
import type { NamedResult } from "~/domain/goals/read-goal.server";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import type { Words } from "~/locales/words";
import { type Markup, markup } from "~/ui/markup";
import { resultInWords } from "./result-in-words";

/** A measure as the pages name it: a headline's later event as the share of children without it, others as they are defined. */
function measureInWords({ t, language }: Words, spec: MeasureSpec, isHeadline: boolean): string {
  if (!isHeadline || spec.compute?.kind !== "later_event") return spec.plain[language];
  return t(`manager:measure.noEvent.${spec.compute.event}`, { months: spec.compute.months });
}

function drawRow(words: Words, kind: string, { spec, result }: NamedResult, isHeadline = false): Markup {
  const { value, range, of } = resultInWords(words, spec, result, isHeadline);
  const name = markup`<th scope="row">${measureInWords(words, spec, isHeadline)}<br><span class="meta">${spec.id} ${spec.version}. ${kind}</span></th>`;
  if (range === "" && of === "") return markup`<tr>${name}<td colspan="3">${value}</td></tr>`;
  return markup`<tr>${name}<td class="n">${value}</td><td class="n">${range}</td><td class="n">${of}</td></tr>`;
}

function targetInWords({ t, format }: Words, { targets, headline, whole }: GoalFigures): string {
  const shown = toShown(whole, isComplement(headline.spec));
  const against = shown && againstTarget(targets, headline.spec, shown);
  return against ? t(`manager:card.${against.state}Target`, { target: format.percent(against.target) }) : "";
}

function drawGoal(words: Words, figures: GoalFigures): Markup {
  const { t, language } = words;
  const { goal, headline, whole, supporting, balancing } = figures;
  const head = { spec: headline.spec, result: whole };
  const target = targetInWords(words, figures);
  const instead = headline.instead?.spec.title[language];
  return markup`<article><h3>${goal.plain[language]}</h3><p class="source">${goal.statement[language]}</p>
${target !== "" && markup`<p><strong>${target}</strong></p>`}
${instead !== undefined && markup`<p class="meta">${t("manager:report.instead", { title: instead })}</p>`}
<div class="scroll"><table><caption>${t("manager:report.numbersOf", { goal: goal.plain[language] })}</caption><thead><tr><th scope="col">${t("manager:report.measure")}</th>
<th scope="col" class="n">${t("manager:goal.result")}</th><th scope="col" class="n">${t("manager:goal.range")}</th><th scope="col" class="n">${t("manager:goal.of")}</th></tr></thead>
<tbody>${[
    drawRow(words, t("manager:report.headline"), head, true),
    ...supporting
      .filter(({ spec }) => spec.id !== headline.spec.id)
      .map((one) => drawRow(words, t("manager:goal.supporting"), one)),
    ...(balancing ? [drawRow(words, t("manager:goal.balancing"), balancing)] : []),
  ]}</tbody></table></div></article>`;
}

/** Each goal of a framework in its source's words with a plain line beside them, and its numbers. */
export function drawGoals(
  words: Words,
  { id, title, version, goals }: ReportFigures["frameworks"][number],
): Markup {
  const goalsDrawn = goals.map((one) => drawGoal(words, one));
  return markup`<section aria-labelledby="of-${id}"><h2 id="of-${id}">${title[words.language]}</h2><p class="meta">${words.t("manager:report.version", { version })}</p>${goalsDrawn}</section>`;
}
