import { useTranslation } from "react-i18next";
import type { InitiativeRow } from "~/domain/goals/list-initiatives.server";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import { useFormat, useLanguage } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { say } from "../measure-view";

/** Initiatives with their days, places and people, the newest first. */
export function InitiativeList({
  initiatives,
  timeZone,
}: {
  initiatives: InitiativeRow[];
  timeZone: string;
}) {
  const { t } = useTranslation("goals");
  const language = useLanguage();
  const format = useFormat(timeZone);
  const day = (at: string) => format.date(at, "year");
  const measures = (ids: string[]) =>
    format.list(
      ids.map((id) => {
        const spec = findMeasureSpec(id);
        return spec ? say(spec.title, language) : id;
      }),
    );
  return (
    <>
      {initiatives.map((one) => (
        <Card key={one.id} as="article" className="mt-3">
          <h2>
            <a href={pathTo("/manager/initiatives/:id", { id: one.id })} lang={one.language}>
              {one.title}
            </a>
          </h2>
          <p className="meta">
            {one.endsOn
              ? t("initiative.span", { from: day(one.startsOn), to: day(one.endsOn) })
              : t("initiative.since", { from: day(one.startsOn) })}{" "}
            · <span lang={one.language}>{one.place}</span> · <span lang={one.language}>{one.byWhom}</span>
          </p>
          <p className="mt-2" lang={one.language}>
            {one.what}
          </p>
          <p className="meta mt-2">{t("initiative.hopes", { measures: measures(one.measures) })}</p>
        </Card>
      ))}
    </>
  );
}
