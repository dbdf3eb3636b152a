import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { findPrinter } from "~/board-report/index.server";
import { freezeReport, listReports } from "~/domain/goals/index.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { EmptyState } from "~/ui/card";
import { refusalInWords } from "~/ui/form/refusal-in-words";
import { ErrorSummary } from "~/ui/form/error-summary";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Note } from "~/ui/tag";
import { frameOf, ManagerPage } from "./manager-page";
import { FreezeForm } from "./report/freeze-form";
import { refusedFields } from "./report/refused-fields";
import { ReportsTable } from "./report/reports-table";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("manager:report.title"),
});

export const loader = deskLoader("manager", async ({ ctx, session, url }) => ({
  frame: frameOf(session),
  isFrozen: url.searchParams.has("frozen"),
  hasPrinter: findPrinter() !== null,
  ...(await listReports(ctx)),
}));

export const action = deskAction("manager", {
  freeze: [
    z.object({ quarter: text, noteEn: text, noteEs: text, reason: text }),
    async ({ ctx, input }) => {
      await freezeReport(ctx, input);
      return redirect(`${pathTo("/manager/reports")}?frozen=1`, 303);
    },
  ],
});

/** Reports to a board: those that were frozen, and a form that freezes another. */
export default function ReportsPage() {
  const { frame, isFrozen, hasPrinter, reports, quarters } = useLoaderData<typeof loader>();
  const { t } = useTranslation("manager");
  const answer = useActionData<typeof action>();
  const refused = answer && "errors" in answer ? answer : undefined;
  const errors = refusedFields(t, refused?.errors);
  const title =
    answer && "conflict" in answer && answer.conflict === "report_changed"
      ? t("report.conflict")
      : refusalInWords(t, refused);
  const typed = (answer && "typed" in answer ? answer.typed : {}) as Record<string, string>;
  const format = useFormat(frame.timeZone);
  return (
    <ManagerPage frame={frame} here="reports" title={t("report.title")} lede={t("report.lede")}>
      {title && <ErrorSummary title={title} errors={errors} />}
      {isFrozen && !title && <Banner>{t("report.frozenNow")}</Banner>}
      {reports.length === 0 ? (
        <EmptyState title={t("report.none")}>{t("report.newHint")}</EmptyState>
      ) : (
        <ReportsTable reports={reports} format={format} hasPrinter={hasPrinter} />
      )}
      {!hasPrinter && <Note tone="info">{t("report.noPrinter")}</Note>}
      <FreezeForm quarters={quarters} errors={errors} typed={typed} />
    </ManagerPage>
  );
}
