import { useTranslation } from "react-i18next";
import type { readGoal } from "~/domain/goals/index.server";
import { useFormat } from "~/locales/use-format";
import { Note } from "~/ui/tag";
import type { frameOf } from "./manager-page";
import { InsteadOf } from "./goal-card";
import { GoalValue } from "./goal-value";
import { countedWords, countOf, elementWords } from "./measure-view";

type Read = Pick<Awaited<ReturnType<typeof readGoal>>, "headline" | "whole"> & {
  frame: ReturnType<typeof frameOf>;
};

/** The one number of a goal with its range, denominator and date; or why there is none. */
export function GoalHeadline({ read }: { read: Read }) {
  const { headline, whole, frame } = read;
  const { t } = useTranslation("manager");
  const format = useFormat(frame.timeZone);
  const count = whole && (whole.denominator ?? countOf(whole));
  return (
    <>
      <Note tone="info">{t("goals.cause")}</Note>
      <InsteadOf headline={headline} timeZone={frame.timeZone} />
      {headline.missing.length > 0 && (
        <p className="mt-3">
          <strong>{t("card.notTracked")}.</strong>{" "}
          {t("card.needs", { elements: elementWords(headline, t, format) })}
        </p>
      )}
      {headline.missing.length === 0 && (
        <GoalValue spec={headline.spec} whole={whole} timeZone={frame.timeZone} />
      )}
      {whole && count !== null && (
        <p className="meta">
          {countedWords(headline.spec, whole, t)}
          {t("card.data", { date: format.date(whole.data_through, "year") })}
        </p>
      )}
    </>
  );
}
