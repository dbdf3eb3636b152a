import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { deskUpload } from "~/auth/desk-upload.server";
import { readTranslations } from "~/domain/jurisdiction/index.server";
import { readWordsFile } from "~/interop/csv/read-words-file";
import { receiveTable } from "~/interop/csv/receive-table.server";
import { pathTo } from "~/paths";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { deskWords } from "../desk-words.server";
import { AdminFrame } from "./admin-frame";
import { frameOf } from "./frame-of";
import { describeTranslations } from "./translations/describe-translations.server";
import { FileCard } from "./translations/file-card";
import { FileCheck } from "./translations/file-check";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-translations:upload.title"),
});

export const loader = deskLoader("admin", async ({ session }) => ({ frame: frameOf(session) }));

const receive = async (request: Request) => {
  const received = await receiveTable(request);
  return "bytes" in received ? readWordsFile(received.bytes) : received;
};

export const action = deskUpload("admin", receive, async ({ received, ...args }) => {
  if ("problem" in received)
    return data({ ok: false as const, problem: received.problem, read: null }, { status: 422 });
  const read = await readTranslations(args.ctx, received);
  const views = await describeTranslations(args.ctx, await deskWords(args, "admin-translations"));
  const where = Object.fromEntries(views.map((view) => [view.key, view.where]));
  return data({ ok: true as const, problem: undefined, read: { ...read, where } }, { status: 200 });
});

/** What a translator's file would change, before anything is. */
export default function TranslationsUploadPage() {
  const { frame } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin-translations");
  const told = answer && "read" in answer ? answer : null;
  const title = t("upload.title");
  return (
    <AdminFrame
      {...frame}
      current="more"
      title={title}
      crumbs={
        <Breadcrumbs
          label={t("admin-county:here")}
          crumbs={[{ href: pathTo("/admin/translations"), label: t("title") }, { label: title }]}
        />
      }
    >
      <div className="form-stack">
        {told?.read && <FileCheck read={told.read} />}
        <FileCard problem={told?.problem} title={told?.read ? t("upload.again") : undefined} />
      </div>
    </AdminFrame>
  );
}
