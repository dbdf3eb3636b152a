import { useTranslation } from "react-i18next";
import type { Weighed } from "~/domain/linkage/pair-views";
import type { Answer } from "~/domain/linkage/settle-readings";
import { useFormat } from "~/locales/use-format";
import { Card, Details } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { Banner } from "~/ui/tag";

type Last = { answer: Answer; weighed: Weighed };

/** What the reader said last, and the score that was kept from it until then. */
export function LastAnswer({ last: { answer, weighed }, timeZone }: { last: Last; timeZone: string }) {
  const { t } = useTranslation("linkage");
  const format = useFormat(timeZone);
  const { probability } = weighed;
  return (
    <>
      <Banner>
        {t("last.said", { answer: t(`answer.${answer}`) })}{" "}
        {probability === null
          ? t("last.found")
          : t("last.score", { percent: format.percent(Math.min(probability, 0.999), 1) })}
      </Banner>
      {weighed.lines.length > 0 && (
        <Card className="mb-3">
          <Details summary={t("last.how")}>
            <DataTable
              caption={t("last.how")}
              quietCaption
              rows={weighed.lines}
              rowKey={(line) => line.comparison}
              columns={[
                {
                  key: "comparison",
                  label: t("last.comparison"),
                  header: true,
                  cell: (line) => t(`comparison.${line.comparison}`),
                },
                { key: "level", label: t("last.level"), cell: (line) => t(`level.${line.level}`) },
                {
                  key: "stranger",
                  label: t("last.stranger"),
                  number: true,
                  cell: (line) => format.number(Number(line.stranger.toFixed(1))),
                },
                {
                  key: "household",
                  label: t("last.household"),
                  number: true,
                  cell: (line) => format.number(Number(line.household.toFixed(1))),
                },
              ]}
            />
            <p className="meta">{t("last.bits")}</p>
          </Details>
        </Card>
      )}
    </>
  );
}
