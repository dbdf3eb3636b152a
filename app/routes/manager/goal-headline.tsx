import { useTranslation } from "react-i18next";
import { isComplement, toShown } from "~/domain/goals/shown-share";
import type { readGoal } from "~/domain/goals/index.server";
import { useFormat, useLanguage } from "~/locales/use-format";
import { Note } from "~/ui/tag";
import type { frameOf } from "./manager-page";
import { digitsFor, elementWords, percent, say } from "./measure-view";

type Read = Pick<Awaited<ReturnType<typeof readGoal>>, "headline" | "whole"> & {
  frame: ReturnType<typeof frameOf>;
};

/** The one number of a goal with its range, denominator and date; or why there is none. */
export function GoalHeadline({ read }: { read: Read }) {
  const { headline, whole, frame } = read;
  const { t } = useTranslation("manager");
  const language = useLanguage();
  const format = useFormat(frame.timeZone);
  const shown = toShown(whole, isComplement(headline.spec));
  const words = (share: number): string => percent(share, format, shown ? digitsFor(shown) : 0);
  return (
    <>
      <Note tone="info">{t("goals.cause")}</Note>
      {headline.instead && (
        <p className="meta mt-3">
          {t("card.instead", {
            title: say(headline.instead.spec.title, language),
            elements: elementWords(headline.instead, t, format),
          })}
        </p>
      )}
      {headline.spec.status !== "tracked" && (
        <p className="mt-3">
          <strong>{t("card.notTracked")}.</strong>{" "}
          {t("card.needs", { elements: elementWords(headline.spec, t, format) })}
        </p>
      )}
      {shown && whole && (
        <p className="goal-value">
          {words(shown.share)}%
          <small>
            {t("card.likely", { low: words(shown.low), high: words(shown.high) })}.{" "}
            {t("card.children", { count: shown.denominator })}.{" "}
            {t("card.data", { date: format.date(whole.data_through, "year") })}.
          </small>
        </p>
      )}
      {!shown && whole && (
        <p className="meta mt-3">{whole.suppressed ? t("card.hiddenWhy") : t("card.early")}</p>
      )}
    </>
  );
}
