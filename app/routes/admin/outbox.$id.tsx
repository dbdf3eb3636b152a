import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { readOutboxMessage } from "~/domain/kernel/index.server";
import { useFormat } from "~/locales/use-format";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";
import { Addressee, MailOutcome } from "./outbox-words";

export const handle = pageHandle<typeof loader>({ robots: "noindex", title: (t) => t("admin:outbox.title") });

export const loader = deskLoader("admin", async ({ ctx, params, session }) => {
  const { id, subject, template, status, html, text, lastError, createdAt, to } = await readOutboxMessage(
    ctx,
    {
      outboxId: params.id ?? "",
    },
  );
  return {
    frame: frameOf(session),
    timeZone: session.membership.timeZone,
    mail: { id, subject, template, status, text, lastError, createdAt, to, kept: html !== null },
  };
});

/** One mail as its reader sees it: drawn in a frame that can run nothing, and as text. */
export default function OutboxMailPage() {
  const { t } = useTranslation("admin");
  const { frame, timeZone, mail } = useLoaderData<typeof loader>();
  const format = useFormat(timeZone);
  const name = mail.subject ?? t(`outbox.template.${mail.template}`);
  return (
    <AdminFrame {...frame} current="outbox" title={name}>
      <p>
        <a href={pathTo("/admin/outbox")}>{t("outbox.back")}</a>
      </p>
      <p className="meta">
        {t("outbox.to")} <Addressee to={mail.to} /> · {t("outbox.written")} {format.dateTime(mail.createdAt)}
      </p>
      <div className="mb-2">
        <MailOutcome mail={mail} />
      </div>
      {!mail.kept && <p>{t("outbox.notKept")}</p>}
      {mail.kept && (
        <>
          <p>
            <a href={pathTo("/admin/outbox/:id/mail.eml", { id: mail.id })}>{t("outbox.download")}</a>
          </p>
          <h2>{t("outbox.preview")}</h2>
          <iframe
            sandbox=""
            title={t("outbox.preview")}
            src={pathTo("/admin/outbox/:id/preview", { id: mail.id })}
            width="100%"
            height="420"
          />
          <h2>{t("outbox.text")}</h2>
          {mail.text?.split(/\n+/).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </>
      )}
    </AdminFrame>
  );
}
