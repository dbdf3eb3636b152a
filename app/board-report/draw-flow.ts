import type { Flow } from "~/domain/measures/suppress-flow";
import type { Words } from "~/locales/words";
import { type Markup, markup } from "~/ui/markup";

/** How many families came how far, as a table; what is hidden says so. */
export function drawFlow({ t, format }: Words, { steps, period }: Flow): Markup {
  const count = (families: number | null, isSmall: boolean): string =>
    families === null
      ? t(isSmall ? "manager:card.hidden" : "manager:card.hiddenToo")
      : format.number(families);
  const rows = steps.map(
    ({ name, families, isSmall }) =>
      markup`<tr><th scope="row">${t(`manager:flow.step.${name}`)}</th><td class="n">${count(families, isSmall)}</td></tr>`,
  );
  const when = t("manager:report.referredFrom", {
    from: format.date(period[0], "month"),
    to: format.date(period[1], "month"),
  });
  return markup`<section aria-labelledby="flow"><h2 id="flow">${t("manager:report.flow")}</h2><div class="scroll"><table><caption>${when}</caption>
<thead><tr><th scope="col">${t("manager:report.step")}</th><th scope="col" class="n">${t("manager:report.families")}</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
