import type { TFunction } from "i18next";
import { reasonCode } from "~/domain/goals/reason-code";
import type { Format } from "~/locales/format";

/** The rule that counted somebody or did not, in words; one without words of its own as the engine says it, in English. */
export function reasonWords(reason: string, t: TFunction, format: Format): { text: string; lang?: "en" } {
  const found = reasonCode(reason);
  if (!found) return { text: reason, lang: "en" };
  const { day, until, event, ...rest } = found.facts;
  return {
    text: t(`goals:reason.${found.code}`, {
      ...rest,
      ...(event ? { event: t(`goals:event.${event}`) } : {}),
      ...(day ? { day: format.date(day, "year") } : {}),
      ...(until ? { until: format.date(until, "year") } : {}),
    }),
  };
}
