import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import {
  approveExtract,
  cancelRecordsRun,
  readRecordsRemarks,
  readRecordsRun,
  withdrawExtract,
} from "~/domain/reports/index.server";
import { text } from "~/auth/form-fields";
import { pathTo } from "~/paths";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Note } from "~/ui/tag";
import { AdminFrame } from "./admin-frame";
import { frameOf } from "./frame-of";
import { DecideCards } from "./records/decide-cards";
import { DecisionsCard, JumpsCard, QualityCard } from "./records/judgement-cards";
import { ExtractCards } from "./records/extract-cards";
import { RemarksCard } from "./records/remarks-card";
import { RunCard } from "./records/run-card";
import { isUnderWay, lookAgainSeconds } from "./records/under-way";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-records:title"),
});

const mostRemarks = 20;

export const loader = deskLoader("admin", async ({ ctx, params, url, session }) => {
  const id = params["id"] ?? "";
  const run = await readRecordsRun(ctx, { id });
  const { rejected, warnings } = await readRecordsRemarks(ctx, { id });
  return {
    frame: frameOf(session),
    timeZone: session.membership.timeZone,
    run,
    rejected: rejected.slice(0, mostRemarks),
    warnings: warnings.slice(0, mostRemarks),
    told: rejected.length + warnings.length,
    notice: url.searchParams.get("notice"),
  };
});

const leadTo = (id: string, notice: string) =>
  redirect(`${pathTo("/admin/records/:id", { id })}?notice=${notice}`, 303);

const reason = z.object({ reason: text });
const notices = ["cancelled", "approved", "withdrawn"];

export const action = deskAction("admin", {
  cancel: [
    z.object({}),
    async ({ ctx, params }) => {
      const id = params["id"] ?? "";
      await cancelRecordsRun(ctx, { id });
      return leadTo(id, "cancelled");
    },
  ],
  approve: [
    reason,
    async ({ ctx, params, input }) => {
      const id = params["id"] ?? "";
      await approveExtract(ctx, { id, ...input });
      return leadTo(id, "approved");
    },
  ],
  withdraw: [
    reason,
    async ({ ctx, params, input }) => {
      const id = params["id"] ?? "";
      await withdrawExtract(ctx, { id, ...input });
      return leadTo(id, "withdrawn");
    },
  ],
});

/** One extract: how far it is, or what it brought, how whole it is, and what stays blocked on it. */
export default function RecordsRunPage() {
  const { frame, timeZone, run, rejected, warnings, told, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-records");
  const title = run.extract ? t("numbered", { number: run.extract.number }) : t("unnumbered");
  return (
    <AdminFrame
      {...frame}
      current="more"
      width="wide"
      title={title}
      crumbs={
        <Breadcrumbs
          label={t("title")}
          crumbs={[{ href: pathTo("/admin/records"), label: t("title") }, { label: title }]}
        />
      }
    >
      {isUnderWay(run) && <meta httpEquiv="refresh" content={String(lookAgainSeconds)} />}
      {refused?.conflict && <Note tone="warn">{t(`errors.${refused.conflict}`)}</Note>}
      {!refused && notice !== null && notices.includes(notice) && (
        <Banner tone="info">{t(`notice.${notice}`)}</Banner>
      )}
      <div className="form-stack">
        <RunCard run={run} timeZone={timeZone} />
        {run.extract && (
          <>
            <JumpsCard extract={run.extract} timeZone={timeZone} />
            <DecisionsCard extract={run.extract} timeZone={timeZone} />
            <QualityCard checks={run.extract.checks} timeZone={timeZone} />
            <ExtractCards extract={run.extract} timeZone={timeZone} />
          </>
        )}
        {told > 0 && <RemarksCard id={run.id} {...{ rejected, warnings, told }} />}
        {run.extract && (
          <DecideCards
            extract={run.extract}
            refused={{
              ...{ act: refused?.typed["act"], reason: refused?.typed["reason"] },
              error: refused?.errors["reason"]?.[0],
            }}
          />
        )}
      </div>
    </AdminFrame>
  );
}
