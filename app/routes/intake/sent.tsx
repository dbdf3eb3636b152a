import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listSent } from "~/domain/referrals/index.server";
import { sentShows } from "~/domain/referrals/reading/list-inbox.schema";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import { pathTo } from "~/paths";
import { EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { ListPages, listHref } from "~/ui/list-pages";
import { Tabs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { pageOf, pagesOf } from "~/ui/page-number";
import { Tag } from "~/ui/tag";
import { familyColumns } from "./follow-up/family-columns";
import { frameOf, wordsOf } from "./frame-of.server";
import { IntakePage } from "./intake-page";
import styles from "./intake.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle = pageHandle<typeof loader>({
  i18n: ["intake"],
  title: (t) => t("intake:sentList.title"),
});

export const loader = deskLoader("intake", async (args) => {
  const words = await wordsOf(args);
  const { t, format } = words;
  const page = pageOf(args.url);
  const show = sentShows.find((one) => one === args.url.searchParams.get("show")) ?? "all";
  const { rows, total } = await listSent(args.ctx, { show, page });
  return {
    frame: await frameOf(args),
    tabs: sentShows.map((one) => ({
      href: listHref(pathTo("/intake/sent"), { show: one === "all" ? "" : one }),
      label: t(`sentList.show.${one}`),
      current: one === show,
    })),
    show: show === "all" ? "" : show,
    page,
    pages: pagesOf(total),
    rows: rows.map((row) => ({
      id: row.id,
      href: pathTo("/intake/sent/:id", { id: row.id }),
      family: row.familyName,
      program: storedNameInWords(words, row.serviceName, row.serviceText),
      organization: row.organizationName,
      sent: format.date(row.sentAt ?? row.createdAt, "year"),
      state: row.masked ? t(`mask.${row.masked}`) : t(`status:referral.${row.status}`),
    })),
  };
});

/** Everything that was sent, with what became of it: also what ended, and who takes part. */
export default function Sent() {
  const { frame, tabs, show, page, pages, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation("intake");
  type Row = (typeof rows)[number];
  return (
    <IntakePage frame={frame} here="sent" title={t("sentList.title")} lede={t("sentList.lede")} width="read">
      <Tabs label={t("sentList.title")} tabs={tabs} />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t("sentList.none")} />
      ) : (
        <div className="card card-body">
          <DataTable<Row>
            caption={t("sentList.title")}
            quietCaption
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              ...familyColumns<Row>(t),
              { key: "sent", label: t("followUps.sent"), cell: (row) => row.sent },
              { key: "state", label: t("followUps.state"), cell: (row) => <Tag tone="neu">{row.state}</Tag> },
            ]}
          />
          <ListPages
            {...{ page, pages }}
            href={(to) => listHref(pathTo("/intake/sent"), { show, page: to })}
          />
        </div>
      )}
    </IntakePage>
  );
}
