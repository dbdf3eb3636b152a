import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { listOutboxMessages, readMailState, sendTestMail } from "~/domain/kernel/index.server";
import { useFormat } from "~/locales/use-format";
import { mailLeaves } from "~/notify/mail-leaves.server";
import { pathTo } from "~/paths";
import { DataTable } from "~/ui/data-table";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner, Note } from "~/ui/tag";
import { AdminFrame } from "./admin-frame";
import { frameOf } from "./frame-of";
import { Addressee, MailFaultWords, MailOutcome } from "./outbox-words";
import { TestMailCard } from "./test-mail-card";

export const handle = pageHandle<typeof loader>({ robots: "noindex", title: (t) => t("admin:outbox.title") });

/** The jurisdiction's mails and what became of each; while a mail service is set, whether it takes them. */
export const loader = deskLoader("admin", async ({ ctx, session, url }) => ({
  frame: frameOf(session),
  timeZone: session.membership.timeZone,
  leaves: mailLeaves(),
  asked: url.searchParams.has("tested"),
  state: await readMailState(ctx),
  mails: await listOutboxMessages(ctx),
}));

export const action = deskAction("admin", {
  test: [
    z.object({}),
    async ({ ctx }) => {
      // Kept, it would show nothing: the page offers no test then.
      if (!mailLeaves()) throw new Response(null, { status: 404 });
      await sendTestMail(ctx);
      return redirect(`${pathTo("/admin/outbox")}?tested#test`, 303);
    },
  ],
});

export default function OutboxPage() {
  const { t } = useTranslation("admin");
  const { frame, timeZone, leaves, asked, state, mails } = useLoaderData<typeof loader>();
  const format = useFormat(timeZone);
  const { failing } = state;
  return (
    <AdminFrame {...frame} current="outbox" width="wide" title={t("outbox.title")} lede={t("outbox.lede")}>
      {asked && <Banner>{t("outbox.test.asked")}</Banner>}
      {!leaves && <Note>{t("outbox.kept")}</Note>}
      {leaves && failing && (
        <Note tone="bad">
          {t("outbox.failing", { when: format.dateTime(failing.createdAt) })}{" "}
          <MailFaultWords code={failing.lastError} />
        </Note>
      )}
      <TestMailCard {...{ state, leaves, timeZone }} />
      <MailTable mails={mails} timeZone={timeZone} />
    </AdminFrame>
  );
}

type Mail = ReturnType<typeof useLoaderData<typeof loader>>["mails"][number];

function MailTable({ mails, timeZone }: { mails: readonly Mail[]; timeZone: string }) {
  const { t } = useTranslation("admin");
  const format = useFormat(timeZone);
  const name = (mail: Mail) => mail.subject ?? t(`outbox.template.${mail.template}`);
  if (mails.length === 0) return <p>{t("outbox.none")}</p>;
  const columns = [
    {
      key: "subject",
      label: t("outbox.subject"),
      header: true,
      cell: (mail: Mail) => <Link to={pathTo("/admin/outbox/:id", { id: mail.id })}>{name(mail)}</Link>,
    },
    { key: "to", label: t("outbox.to"), cell: (mail: Mail) => <Addressee to={mail.to} /> },
    { key: "state", label: t("outbox.state"), cell: (mail: Mail) => <MailOutcome mail={mail} /> },
    { key: "attempts", label: t("outbox.attempts"), number: true, cell: (mail: Mail) => mail.attempts },
    { key: "written", label: t("outbox.written"), cell: (mail: Mail) => format.dateTime(mail.createdAt) },
  ];
  return (
    <DataTable
      caption={t("outbox.title")}
      quietCaption
      columns={columns}
      rows={mails}
      rowKey={(mail) => mail.id}
    />
  );
}
