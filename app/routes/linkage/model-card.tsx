import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import type { readModel } from "~/domain/linkage/index.server";
import { scoringLimits } from "~/domain/linkage/link-limits";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { Note } from "~/ui/tag";

type Props = { model: SerializeFrom<Awaited<ReturnType<typeof readModel>>>; timeZone: string };

/** What pairs are weighed with, how much it rests on, and the way to have it trained again. */
export function ModelCard({ model, timeZone }: Props) {
  const { t } = useTranslation("linkage");
  const format = useFormat(timeZone);
  return (
    <Card className="mt-3" aria-labelledby="model">
      <h2 id="model">{t("model.title")}</h2>
      {model === null ? (
        <p>{t("model.none")}</p>
      ) : (
        <>
          <p>
            {t("model.trained", {
              version: model.version,
              when: format.date(model.trainedAt, "year"),
              persons: format.number(model.trainedOn.persons),
              children: format.number(model.trainedOn.children),
              links: format.number(model.trainedOn.expectedLinks),
            })}
          </p>
          {!model.mayLink && (
            <Note tone="warn">
              {t("model.small", {
                rows: format.number(scoringLimits.rowsOfASide),
                links: format.number(scoringLimits.links),
              })}
            </Note>
          )}
        </>
      )}
      <PageForm method="post" values={{ intent: "train" }} className="mt-2">
        <Button small>{t("model.do")}</Button> <span className="meta">{t("model.what")}</span>
      </PageForm>
    </Card>
  );
}
