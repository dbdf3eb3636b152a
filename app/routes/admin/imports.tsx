import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { deskUpload } from "~/auth/desk-upload.server";
import { listImportRuns, startImportRun } from "~/domain/directory/index.server";
import { newId } from "~/domain/kernel/ids";
import { uploadPath } from "~/interop/hsds/upload-path.server";
import { forgetPackage, receivePackage } from "~/interop/hsds/receive-package.server";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Tag } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";
import { ImportRuns } from "./import-runs";
import { UploadForm } from "./upload-form";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin:imports.title"),
});

export const loader = deskLoader("admin", async ({ ctx, url, session }) => ({
  frame: frameOf(session),
  timeZone: session.membership.timeZone,
  started: url.searchParams.has("started"),
  ...(await listImportRuns(ctx)),
}));

const receive = async (request: Request) => {
  const id = newId();
  return { id, ...(await receivePackage(request, uploadPath(id))) };
};

export const action = deskUpload("admin", receive, async ({ ctx, received }) => {
  const { id, source, fileName, problem } = received;
  const errors = {
    ...(/^[\w.-]{1,60}$/.test(source) ? {} : { source: "source" as const }),
    ...(problem ? { file: problem } : {}),
  };
  if (Object.keys(errors).length > 0) {
    await forgetPackage(uploadPath(id));
    return data({ ok: false as const, source: source.slice(0, 60), errors }, { status: 422 });
  }
  await startImportRun(ctx, { id, source, fileName });
  return redirect(`${pathTo("/admin/imports")}?started=1`);
});

/** This desk sends no script: while an import that was just begun is under way, the browser loads the page anew by itself. */
const lookAgainSeconds = 4;

/** Directories that came in, with what each brought; a form that brings in another; the way to what waits for a decision. */
export default function ImportsPage() {
  const { frame, timeZone, started, runs, conflicts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "source" in answer ? answer : null;
  const { t } = useTranslation("admin");
  const under = runs.some((run) => run.state === "waiting" || run.state === "running");
  return (
    <AdminFrame {...frame} current="imports" width="wide" title={t("imports.title")} lede={t("imports.lede")}>
      {started && under && <meta httpEquiv="refresh" content={String(lookAgainSeconds)} />}
      {started && under && <Banner tone="info">{t("imports.started")}</Banner>}
      <div className="form-stack">
        <p>
          {conflicts > 0 ? (
            <Link to={pathTo("/admin/imports/conflicts")}>
              {t("imports.conflictsLink", { count: conflicts })}
            </Link>
          ) : (
            <Tag tone="ok">{t("imports.noConflicts")}</Tag>
          )}
        </p>
        {under && (
          <p>
            <ButtonLink href={`${pathTo("/admin/imports")}?started=1`} small>
              {t("imports.refresh")}
            </ButtonLink>
          </p>
        )}
        {runs.length === 0 ? <p>{t("imports.none")}</p> : <ImportRuns runs={runs} timeZone={timeZone} />}
        <Card aria-labelledby="upload">
          <h2 id="upload">{t("imports.upload.title")}</h2>
          <p className="meta">{t("imports.upload.lede")}</p>
          <UploadForm source={refused?.source ?? ""} errors={refused?.errors ?? {}} />
        </Card>
      </div>
    </AdminFrame>
  );
}
