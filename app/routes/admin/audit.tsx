import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listAudit, listAuditPeople } from "~/domain/jurisdiction/index.server";
import { auditKinds, auditPageSize } from "~/domain/jurisdiction/list-audit.schema";
import { pathTo } from "~/paths";
import { listHref, ListPages } from "~/ui/list-pages";
import { pageHandle } from "~/ui/page/page-handle";
import { pageOf, pagesOf } from "~/ui/page-number";
import { AdminFrame } from "./admin-frame";
import { AuditFilter } from "./audit/audit-filter";
import { AuditTable } from "./audit/audit-table";
import { frameOf } from "./frame-of";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-county:audit.title"),
});

export const loader = deskLoader("audit", async ({ ctx, url, session }) => {
  const of = (name: string) => url.searchParams.get(name) ?? undefined;
  const asked = {
    userId: of("person"),
    kind: auditKinds.find((one) => one === of("kind")),
    noun: of("about"),
    from: of("from"),
    to: of("to"),
  };
  const page = pageOf(url);
  const found = await listAudit(ctx, { ...asked, page });
  return {
    frame: frameOf(session),
    auditor: session.membership.role === "auditor",
    timeZone: session.membership.timeZone,
    people: await listAuditPeople(ctx),
    asked,
    page,
    pages: pagesOf(found.total, auditPageSize),
    ...found,
  };
});

/** Who read and who changed what. */
export default function AuditPage() {
  const { frame, auditor, timeZone, people, asked, page, pages, rows, total, from, to } =
    useLoaderData<typeof loader>();
  const { t } = useTranslation("admin-county");
  const { userId: person, noun: about, kind } = asked;
  return (
    <AdminFrame
      {...frame}
      current="more"
      auditor={auditor}
      width="wide"
      title={t("audit.title")}
      lede={t("audit.lede")}
    >
      <AuditFilter {...{ people, person, about, kind, from, to }} />
      <p className="meta mb-2">{t("audit.total", { count: total })}</p>
      {rows.length === 0 ? <p>{t("audit.none")}</p> : <AuditTable rows={rows} timeZone={timeZone} />}
      <ListPages
        page={page}
        pages={pages}
        href={(to_) => listHref(pathTo("/admin/audit"), { person, about, kind, from, to, page: to_ })}
      />
    </AdminFrame>
  );
}
