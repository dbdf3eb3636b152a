import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listMeasureResults } from "~/domain/measures/index.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { EmptyState, VisuallyHidden } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { Note } from "~/ui/tag";
import { FlowFigure } from "./flow-figure";
import { frameOf, ManagerPage } from "./manager-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("manager:referrals.title"),
});

export const loader = deskLoader("manager", async ({ ctx, session }) => {
  const run = await listMeasureResults(ctx);
  return { flow: run?.flows.at(-1) ?? null, frame: frameOf(session) };
});

export default function ReferralsPage() {
  const { flow, frame } = useLoaderData<typeof loader>();
  const { t } = useTranslation("manager");
  const format = useFormat(frame.timeZone);
  return (
    <ManagerPage
      frame={frame}
      here="referrals"
      title={t("referrals.title")}
      lede={
        flow ? t("referrals.lede", { date: format.date(flow.dataThrough, "year") }) : t("goals.noDataLede")
      }
      actions={
        <ButtonLink href={pathTo("/manager/referrals.csv")} small icon="download">
          {t("goals.csv")}
        </ButtonLink>
      }
    >
      <Note tone="info">{t("goals.cause")}</Note>
      <VisuallyHidden as="h2">{t("goal.numbers")}</VisuallyHidden>
      {flow ? (
        <FlowFigure flow={flow} timeZone={frame.timeZone} more={false} />
      ) : (
        <EmptyState title={t("goals.noData")}>{t("goals.noDataLede")}</EmptyState>
      )}
    </ManagerPage>
  );
}
