import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card, EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { describeNetwork } from "./community/describe-network.server";
import { frameOf, ManagerPage } from "./manager-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("goals:network.title"),
});

export const loader = deskLoader("manager", async ({ ctx, session, request }) => ({
  frame: frameOf(session),
  network: await describeNetwork(ctx, languageOfRequest(request)),
}));

/** The community network: who covers which need, and where a need was searched for and nothing open was found. */
export default function NetworkPage() {
  const { frame, network } = useLoaderData<typeof loader>();
  const { t } = useTranslation("goals");
  const format = useFormat(frame.timeZone);
  return (
    <ManagerPage
      frame={frame}
      here="goals"
      width="wide"
      title={t("network.title")}
      lede={t("network.lede", { day: format.date(network.since, "year") })}
      crumbs={
        <Breadcrumbs
          label={t("community.title")}
          crumbs={[
            { href: pathTo("/manager/community"), label: t("community.title") },
            { label: t("network.title") },
          ]}
        />
      }
      actions={
        <ButtonLink href={pathTo("/manager/network.csv")} small icon="download">
          {t("manager:goals.csv")}
        </ButtonLink>
      }
    >
      {network.needs.length === 0 ? (
        <EmptyState title={t("network.none")}>{t("network.noneNext")}</EmptyState>
      ) : (
        <>
          <NeedsTable needs={network.needs} timeZone={frame.timeZone} />
          <OrganizationsTable organizations={network.organizations} timeZone={frame.timeZone} />
        </>
      )}
      <p className="meta mt-3">{t("manager:unmet.rule")}</p>
    </ManagerPage>
  );
}

type Network = Awaited<ReturnType<typeof describeNetwork>>;

function NeedsTable({ needs, timeZone }: { needs: Network["needs"]; timeZone: string }) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  type Row = Network["needs"][number];
  const gap = ({ area, searches }: Row["gaps"][number]) =>
    `${area ?? t("manager:unmet.nowhere")}: ${searches === null ? t("manager:card.hidden") : format.number(searches)}`;
  return (
    <Card className="mt-3">
      <DataTable
        caption={t("network.needs")}
        rows={needs}
        rowKey={({ needCode }) => needCode}
        columns={[
          { key: "need", label: t("network.need"), header: true, cell: (row: Row) => row.need },
          {
            key: "programs",
            label: t("network.programs"),
            number: true,
            cell: (row: Row) => format.number(row.programs),
          },
          {
            key: "who",
            label: t("network.who"),
            cell: (row: Row) =>
              row.organizations.length === 0 ? t("network.nobody") : row.organizations.join(" · "),
          },
          {
            key: "gaps",
            label: t("network.gaps"),
            cell: (row: Row) => (row.gaps.length === 0 ? t("network.noGap") : row.gaps.map(gap).join(" · ")),
          },
        ]}
      />
    </Card>
  );
}

function OrganizationsTable({
  organizations,
  timeZone,
}: {
  organizations: Network["organizations"];
  timeZone: string;
}) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  type Row = Network["organizations"][number];
  return (
    <Card className="mt-3">
      <DataTable
        caption={t("network.organizations")}
        rows={organizations}
        rowKey={({ id }) => id}
        columns={[
          { key: "name", label: t("network.organization"), header: true, cell: (row: Row) => row.name },
          {
            key: "programs",
            label: t("network.programs"),
            number: true,
            cell: (row: Row) => format.number(row.programs),
          },
          { key: "needs", label: t("network.covers"), cell: (row: Row) => row.needs.join(" · ") },
        ]}
      />
    </Card>
  );
}
