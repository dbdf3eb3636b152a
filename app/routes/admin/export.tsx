import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { countOutgoingRows, listWithheldRows } from "~/domain/directory/index.server";
import { outgoingHsdsTables } from "~/interop/hsds/out/hsds-outgoing";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:export.title"),
});

const reasons = ["hidden_place", "partial_place", "partial_address"] as const;

export const loader = deskLoader(
  "admin",
  async ({ ctx, session }) => {
    const counts = await countOutgoingRows(ctx);
    const withheld = await listWithheldRows(ctx);
    const files = outgoingHsdsTables.map(({ file, table }) => ({
      file: `${file}.csv`,
      rows: counts[table] ?? 0,
    }));
    return {
      frame: frameOf(session),
      files: files.filter(({ rows }) => rows > 0),
      services: counts["service"] ?? 0,
      withheld: reasons.map((code) => ({ code, count: withheld.filter((row) => row.code === code).length })),
    };
  },
  { timeout: 60_000 },
);

/** What an export of the directory holds, what stays back, and the file itself. */
export default function ExportPage() {
  const { frame, files, services, withheld } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation("admin-directory");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <AdminFrame {...frame} current="more" title={t("export.title")} lede={t("export.lede")}>
      <div className="form-stack">
        <Card aria-labelledby="file">
          <h2 id="file">{t("export.file")}</h2>
          <p>{t("export.what", { count: services })}</p>
          <p className="meta">{t("export.never")}</p>
          <p className="mt-2">
            <ButtonLink href={pathTo("/admin/export.zip")}>{t("export.download")}</ButtonLink>
          </p>
        </Card>
        <Card aria-labelledby="back">
          <h2 id="back">{t("export.back")}</h2>
          <ul>
            {withheld.map(({ code, count }) => (
              <li key={code}>{t(`export.withheld.${code}`, { count })}</li>
            ))}
          </ul>
          <p className="meta">{t("export.report")}</p>
        </Card>
        <DataTable
          caption={t("export.inside")}
          columns={[
            { key: "file", label: t("export.name"), header: true, cell: ({ file }) => <code>{file}</code> },
            { key: "rows", label: t("export.rows"), number: true, cell: ({ rows }) => number.format(rows) },
          ]}
          rows={files}
          rowKey={({ file }) => file}
        />
        <Card aria-labelledby="licence">
          <h2 id="licence">{t("export.licence")}</h2>
          <p>{t("export.licenceWords")}</p>
          <p>{t("export.credit")}</p>
        </Card>
      </div>
    </AdminFrame>
  );
}
