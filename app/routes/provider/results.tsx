import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { shareOf } from "~/domain/goals/shown-share";
import { readOwnPerformance } from "~/domain/referrals/index.server";
import { EmptyState } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { pageHandle } from "~/ui/page/page-handle";
import { wordsOf } from "./inbox/load-inbox.server";
import { providerFrame } from "./provider-frame.server";
import { ProviderPage } from "./provider-page";

export const handle = pageHandle<typeof loader>({
  i18n: ["provider"],
  title: (t) => t("provider:results.title"),
});

export const loader = deskLoader("provider", async (args) => {
  const { t, format } = await wordsOf(args);
  const own = await readOwnPerformance(args.ctx);
  const share = ({ count, of }: { count: number; of: number }) => {
    const shown = shareOf(count, of);
    if (!shown) return t("results.few", { count, of });
    return t("results.range", {
      percent: format.percent(shown.share),
      low: format.percent(shown.low),
      high: format.percent(shown.high),
    });
  };
  const rows = (["repliedOnTime", "reached", "started"] as const).map((key) => ({
    key,
    label: t(`performance.${key}`),
    count: t("performance.of", own[key]),
    share: share(own[key]),
  }));
  return { frame: await providerFrame(args), rows, any: own.started.of > 0 };
});

/** The provider's own counts, with their range; nobody is ranked. */
export default function Results() {
  const { frame, rows, any } = useLoaderData<typeof loader>();
  const { t } = useTranslation("provider");
  type Row = (typeof rows)[number];
  return (
    <ProviderPage
      frame={frame}
      here="results"
      title={t("results.title")}
      lede={t("results.lede")}
      width="read"
    >
      {any ? (
        <div className="card card-body">
          <DataTable<Row>
            caption={t("side.last90")}
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: "label", label: t("results.measure"), header: true, cell: (row) => row.label },
              { key: "count", label: t("results.count"), number: true, cell: (row) => row.count },
              { key: "share", label: t("results.share"), cell: (row) => row.share },
            ]}
          />
        </div>
      ) : (
        <EmptyState icon="info" title={t("results.none")} />
      )}
    </ProviderPage>
  );
}
