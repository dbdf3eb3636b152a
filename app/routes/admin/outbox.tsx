import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listOutboxMessages } from "~/domain/kernel/index.server";
import { env } from "~/env.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { DataTable } from "~/ui/data-table";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Tag } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";

export const handle = pageHandle<typeof loader>({ robots: "noindex", title: (t) => t("admin:outbox.title") });

/** The jurisdiction's mails. Hidden when a mail service carries them, unless asked for. */
export const loader = deskLoader("admin", async ({ ctx, session }) => {
  const { SENDGRID_API_KEY, SHOW_OUTBOX } = env();
  if (SENDGRID_API_KEY && !SHOW_OUTBOX) throw new Response(null, { status: 404 });
  return {
    frame: frameOf(session),
    timeZone: session.membership.timeZone,
    kept: !SENDGRID_API_KEY,
    mails: await listOutboxMessages(ctx),
  };
});

export default function OutboxPage() {
  const { t } = useTranslation("admin");
  const { frame, timeZone, kept, mails } = useLoaderData<typeof loader>();
  const format = useFormat(timeZone);
  type Mail = (typeof mails)[number];
  const name = (mail: Mail) => mail.subject ?? t(`outbox.template.${mail.template}`);
  const columns = [
    {
      key: "subject",
      label: t("outbox.subject"),
      header: true,
      cell: (mail: Mail) => <Link to={pathTo("/admin/outbox/:id", { id: mail.id })}>{name(mail)}</Link>,
    },
    {
      key: "state",
      label: t("outbox.state"),
      cell: (mail: Mail) => (
        <Tag tone={mail.status === "sent" ? "ok" : mail.status === "failed" ? "bad" : "info"}>
          {t(`outbox.status.${mail.status}`)}
        </Tag>
      ),
    },
    { key: "attempts", label: t("outbox.attempts"), number: true, cell: (mail: Mail) => mail.attempts },
    { key: "written", label: t("outbox.written"), cell: (mail: Mail) => format.dateTime(mail.createdAt) },
  ];
  return (
    <AdminFrame {...frame} current="outbox" title={t("outbox.title")} lede={t("outbox.lede")}>
      {kept && <Banner tone="info">{t("outbox.kept")}</Banner>}
      {mails.length === 0 ? (
        <p>{t("outbox.none")}</p>
      ) : (
        <DataTable
          caption={t("outbox.title")}
          quietCaption
          columns={columns}
          rows={mails}
          rowKey={(mail) => mail.id}
        />
      )}
    </AdminFrame>
  );
}
