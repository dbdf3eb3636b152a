import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card, EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { ListPages, listHref } from "~/ui/list-pages";
import { pageHandle } from "~/ui/page/page-handle";
import { pageOf } from "~/ui/page-number";
import { readFunding } from "./describe-funding.server";
import { frameOf, ManagerPage } from "./manager-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("manager:programs.title"),
});

export const loader = deskLoader("manager", async ({ ctx, session, url, request }) => {
  const page = pageOf(url);
  const { rows, total } = await readFunding(ctx, languageOfRequest(request), { page });
  return { frame: frameOf(session), rows, page, pages: Math.max(1, Math.ceil(total / 25)) };
});

/** Who pays for each program, how its model is rated, and what it works on. No program is ranked. */
export default function ProgramsPage() {
  const { frame, rows, page, pages } = useLoaderData<typeof loader>();
  const { t } = useTranslation("manager");
  type Row = (typeof rows)[number];
  const said = (words: string) => words || <span className="meta">{t("programs.notSaid")}</span>;
  const column = (key: "funding" | "evidence" | "strengthens" | "better") => ({
    key,
    label: t(`programs.${key}`),
    cell: (row: Row) => said(row[key]),
  });
  return (
    <ManagerPage
      frame={frame}
      here="programs"
      width="wide"
      title={t("programs.title")}
      lede={t("programs.lede")}
      actions={
        <ButtonLink href={pathTo("/manager/programs.csv")} small icon="download">
          {t("goals.csv")}
        </ButtonLink>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t("programs.none")} icon="search" />
      ) : (
        <Card>
          <DataTable
            caption={t("programs.title")}
            quietCaption
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "name",
                label: t("programs.name"),
                header: true,
                cell: (row: Row) => (
                  <>
                    {row.name}
                    <span className="meta block font-normal">{row.organization}</span>
                  </>
                ),
              },
              column("funding"),
              column("evidence"),
              column("strengthens"),
              column("better"),
            ]}
          />
          <ListPages
            {...{ page, pages }}
            href={(to) => listHref(pathTo("/manager/programs"), { page: to })}
          />
        </Card>
      )}
    </ManagerPage>
  );
}
