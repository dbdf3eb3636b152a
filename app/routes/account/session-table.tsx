import { useTranslation } from "react-i18next";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card, VisuallyHidden } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { Tag } from "~/ui/tag";

type Row = {
  id: string;
  current: boolean;
  browser: string | null;
  system: string | null;
  signedInAt: Date;
  lastUsedAt: Date;
};

/** Every place where the person is signed in, each with a way to end it. */
export function SessionTable({ sessions, timeZone }: { sessions: readonly Row[]; timeZone: string }) {
  const { t } = useTranslation("account");
  const format = useFormat(timeZone);
  const device = ({ browser, system }: Row) =>
    browser && system
      ? t("account.deviceOn", { browser, system })
      : (browser ?? system ?? t("account.deviceUnknown"));
  const act = (row: Row) =>
    row.current ? (
      <Tag tone="info">{t("account.thisOne")}</Tag>
    ) : (
      <PageForm method="post" values={{ intent: "end", session: row.id }}>
        <Button small>
          {t("account.end")}
          <VisuallyHidden>: {device(row)}</VisuallyHidden>
        </Button>
      </PageForm>
    );
  const columns = [
    { key: "device", label: t("account.device"), cell: device, header: true },
    { key: "since", label: t("account.since"), cell: (row: Row) => format.dateTime(row.signedInAt) },
    { key: "used", label: t("account.used"), cell: (row: Row) => format.dateTime(row.lastUsedAt) },
    { key: "act", label: t("account.act"), cell: act },
  ];
  return (
    <Card id="sessions" aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t("account.sessions")}</h2>
      <DataTable
        caption={t("account.sessions")}
        quietCaption
        columns={columns}
        rows={sessions}
        rowKey={(row) => row.id}
      />
      {sessions.length > 1 && (
        <PageForm method="post" values={{ intent: "end-others" }}>
          <Button>{t("account.endOthers")}</Button>
        </PageForm>
      )}
    </Card>
  );
}
