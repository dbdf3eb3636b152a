import { useTranslation } from "react-i18next";
import type { ListedReport } from "~/domain/goals/board-reports/list-reports.server";
import type { Format } from "~/locales/format";
import { languageNames, languages } from "~/locales/languages";
import { pathTo } from "~/paths";
import { DataTable } from "~/ui/data-table";

type Props = { reports: readonly ListedReport[]; format: Format; hasPrinter: boolean };

function Files({ id, hasPrinter }: { id: string; hasPrinter: boolean }) {
  const { t } = useTranslation("manager");
  return (
    <ul className="plain">
      {languages.map((language) => (
        <li key={language}>
          <a href={`${pathTo("/manager/reports/:id", { id })}?lang=${language}`}>
            {t("report.html", { language: languageNames[language] })}
          </a>
          {hasPrinter && (
            <>
              {" · "}
              <a href={`${pathTo("/manager/reports/:id.pdf", { id })}?lang=${language}`}>
                {t("report.pdf", { language: languageNames[language] })}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Frozen reports, newest first, each in both languages. */
export function ReportsTable({ reports, format, hasPrinter }: Props) {
  const { t } = useTranslation("manager");
  return (
    <DataTable
      caption={t("report.listed")}
      rows={reports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "quarter",
          label: t("report.forQuarter"),
          header: true,
          cell: ({ quarter, revision }) =>
            `${quarter.replace("Q", " Q")}. ${t("report.revision", { revision: format.number(revision) })}`,
        },
        {
          key: "frozen",
          label: t("report.frozenOn"),
          cell: ({ frozenAt, frozenByName, reason }) => (
            <>
              {format.dateTime(frozenAt)},{" "}
              {frozenByName ? t("report.by", { name: frozenByName }) : t("report.byCommand")}
              {reason && <span className="meta block">{t("report.reasonSaid", { reason })}</span>}
            </>
          ),
        },
        {
          key: "data",
          label: t("report.data"),
          cell: ({ dataThrough }) => format.date(dataThrough, "year"),
        },
        {
          key: "files",
          label: t("report.title"),
          cell: ({ id }) => <Files id={id} hasPrinter={hasPrinter} />,
        },
      ]}
    />
  );
}
