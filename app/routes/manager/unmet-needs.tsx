import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card, EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { Tabs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { readUnmet } from "./describe-unmet.server";
import { frameOf, ManagerPage } from "./manager-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("manager:unmet.title"),
});

export const loader = deskLoader("manager", async ({ ctx, session, url, request }) => ({
  frame: frameOf(session),
  unmet: await readUnmet(ctx, url, languageOfRequest(request)),
}));

/** Needs for which nothing open was found, by area. Small counts are hidden. */
export default function UnmetNeedsPage() {
  const { frame, unmet } = useLoaderData<typeof loader>();
  const { t } = useTranslation("manager");
  const format = useFormat(frame.timeZone);
  return (
    <ManagerPage
      frame={frame}
      here="unmet"
      title={t("unmet.title")}
      lede={t("unmet.lede")}
      actions={
        <ButtonLink href={`${pathTo("/manager/unmet-needs.csv")}?days=${unmet.days}`} small icon="download">
          {t("goals.csv")}
        </ButtonLink>
      }
    >
      <Tabs
        label={t("unmet.window")}
        tabs={unmet.windows.map((days) => ({
          href: `${pathTo("/manager/unmet-needs")}?days=${days}`,
          label: t("unmet.days", { count: days }),
          current: days === unmet.days,
        }))}
      />
      {unmet.rows.length === 0 ? (
        <EmptyState title={t("unmet.none")} icon="check">
          {t("unmet.since", { day: format.date(unmet.since, "year") })}
        </EmptyState>
      ) : (
        <Card className="mt-3">
          <DataTable
            caption={`${t("unmet.title")}. ${t("unmet.since", { day: format.date(unmet.since, "year") })}`}
            rows={unmet.rows}
            rowKey={(row) => `${row.needCode} ${row.area}`}
            columns={[
              {
                key: "need",
                label: t("unmet.need"),
                header: true,
                cell: (row) => row.need,
              },
              { key: "area", label: t("unmet.area"), cell: (row) => row.area ?? t("unmet.nowhere") },
              {
                key: "searches",
                label: t("unmet.searches"),
                cell: (row) => (row.searches === null ? t("unmet.hidden") : format.number(row.searches)),
              },
            ]}
          />
        </Card>
      )}
      <p className="meta mt-3">{t("unmet.rule")}</p>
    </ManagerPage>
  );
}
