import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { deskUpload } from "~/auth/desk-upload.server";
import { uploadOnce } from "~/auth/upload-once.server";
import { Invalid } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import { listRecordsRuns, startRecordsRun } from "~/domain/reports/index.server";
import { forgetRecords, receiveRecords } from "~/interop/records/records-upload.server";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { AdminFrame } from "./admin-frame";
import { frameOf } from "./frame-of";
import { ExtractsTable } from "./records/extracts-table";
import { isUnderWay, lookAgainSeconds } from "./records/under-way";
import { RecordsUpload } from "./records/records-upload";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-records:title"),
});

export const loader = deskLoader("admin", async ({ ctx, session }) => ({
  frame: frameOf(session),
  timeZone: session.membership.timeZone,
  runs: await listRecordsRuns(ctx),
}));

const receive = (request: Request) => receiveRecords(request, newId());

export const action = deskUpload("admin", receive, async ({ ctx, url, received }) => {
  const { id, fields, names, problem } = received;
  const asOf = fields["asOf"] ?? "";
  const refuse = (errors: { asOf?: string; file?: string }) =>
    data({ asOf: asOf.slice(0, 40), errors }, { status: 422 });
  if (problem !== null) return refuse({ file: problem });
  let isTaken = false;
  try {
    return await uploadOnce(ctx, url, received, async () => {
      const fileName = names.join(", ").slice(0, 200);
      await startRecordsRun(ctx, { id, source: fileName, fileName, asOf });
      isTaken = true;
      return redirect(pathTo("/admin/records/:id", { id }), 303);
    });
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return refuse({ asOf: error.fieldErrors["asOf"]?.[0] ?? "not_a_date" });
  } finally {
    if (!isTaken) await forgetRecords(id);
  }
});

/** Extracts of the agency's records, whatever became of them; a form that brings in another. */
export default function RecordsPage() {
  const { frame, timeZone, runs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "asOf" in answer ? answer : null;
  const { t } = useTranslation("admin-records");
  const under = runs.some(isUnderWay);
  return (
    <AdminFrame {...frame} current="more" width="wide" title={t("title")} lede={t("lede")}>
      {under && refused === null && <meta httpEquiv="refresh" content={String(lookAgainSeconds)} />}
      <div className="form-stack">
        {under && (
          <p>
            <ButtonLink href={pathTo("/admin/records")} small>
              {t("refresh")}
            </ButtonLink>
          </p>
        )}
        {runs.length === 0 ? <p>{t("none")}</p> : <ExtractsTable runs={runs} timeZone={timeZone} />}
        <Card aria-labelledby="upload">
          <h2 id="upload">{t("upload.title")}</h2>
          <p className="meta">{t("upload.lede")}</p>
          <RecordsUpload asOf={refused?.asOf ?? ""} errors={refused?.errors ?? {}} />
        </Card>
      </div>
    </AdminFrame>
  );
}
