import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { hidden, resultOf } from "../../../tests/setup/measure-result";
import { findFramework, goalsOf } from "~/domain/goals/goal-frameworks";
import { pickHeadline } from "~/domain/goals/pick-headline";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { Language } from "~/locales/languages";
import { translatorFor } from "~/locales/translator.server";
import { GoalCard } from "./goal-card";
import { SpreadFigure } from "./spread-figure";

const timeZone = "America/New_York";
const words = (page: React.ReactElement, language: Language = "en"): string =>
  renderToStaticMarkup(<I18nextProvider i18n={translatorFor(language)}>{page}</I18nextProvider>)
    .replace(/<[^>]+>/g, "|")
    .replace(/\|+/g, "|");

function cardOf(framework: string, id: string, whole: MeasureResult | null, language?: Language): string {
  const found = findFramework(framework);
  const goal = found && goalsOf(found).find((one) => one.id === id);
  if (!goal) throw new Error("no such goal");
  const blocked = { ...resultOf("FC-ENTRY", [0, 0]), blocked_by: ["population.csv"] };
  const headline = pickHeadline(goal, whole ? [whole, blocked] : []);
  const numbers = { goal, headline, whole, trend: [], targets: [] };
  return words(<GoalCard numbers={numbers} href="/x" timeZone={timeZone} />, language);
}

describe("a goal's card", () => {
  it("says that its measure stands for the source's own", () => {
    const whole = resultOf("OUT-REM-12", [40, 657]);
    expect(cardOf("phl-ioc", "1", whole)).toContain(
      "The source&#x27;s own measure, “Foster care entry rate per 1,000 children”, is defined, not tracked",
    );
    expect(cardOf("phl-ioc", "1", whole, "es")).toContain("La medida propia de la fuente");
  });

  it("shows a count as a count: it is never too early to count, and never a share", () => {
    const card = cardOf("thriving-families", "tier-1", resultOf("REF-N", [460, 460], { part: "families" }));
    expect(card).toContain("|460|");
    expect(card).toContain("460 families");
    expect(card).not.toMatch(/Too early|%/);
    const few = hidden(resultOf("REF-N", [5, 5], { part: "families" }));
    expect(cardOf("thriving-families", "tier-1", few)).toContain("Too few to show");
  });

  it("says before the first run that nothing has come, and of nobody that it is nobody", () => {
    expect(cardOf("phl-ioc", "1", null)).toContain("Numbers appear after the agency&#x27;s records");
    expect(cardOf("phl-ioc", "1", resultOf("OUT-REM-12", [0, 0]))).toContain("No one was referred");
  });
});

describe("a breakdown", () => {
  const group = (language: string, counts: [number, number], more: Partial<MeasureResult> = {}) =>
    resultOf("REF-ENR60", counts, { part: "families", stratum: { language }, ...more });

  it("has the names in the order of the language, the missing last, and no hidden total called 1 to 10", () => {
    const small = group("vi", [3, 15]);
    const hiddenRow = { ...hidden(small), denominator: null };
    const rows = [group("missing", [0, 0]), group("es", [98, 153]), hiddenRow, group("en", [172, 271])];
    const figure = (language: Language) =>
      words(<SpreadFigure results={rows} by="language" timeZone={timeZone} />, language);
    expect(figure("en")).toMatch(
      /English\|271.*Spanish\|153.*Vietnamese\|Hidden\|1 to 10, hidden\|Hidden\|.*Missing\|0\|0\|/,
    );
    expect(figure("es")).toMatch(/español\|153.*inglés\|271.*vietnamita\|Oculto\|1 a 10, oculto/);
  });
});
