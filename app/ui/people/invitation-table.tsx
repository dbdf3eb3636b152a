import { useTranslation } from "react-i18next";
import { useFormat } from "../../locales/use-format";
import { Button } from "../button";
import { Card, VisuallyHidden } from "../card";
import { DataTable } from "../data-table";
import { PageForm } from "../form/page-form";
import { Tag } from "../tag";

type Row = {
  id: string;
  email: string;
  role: string;
  organizationName: string | null;
  sentAt: Date;
  expiresAt: Date;
  expired: boolean;
};

/** Invitations that nobody has answered yet. */
export function InvitationTable({
  invitations,
  timeZone,
}: {
  invitations: readonly Row[];
  timeZone: string;
}) {
  const { t } = useTranslation("admin");
  const format = useFormat(timeZone);
  if (invitations.length === 0) return null;
  const columns = [
    {
      key: "email",
      label: t("people.email"),
      cell: (row: Row) => <span className="block [overflow-wrap:anywhere]">{row.email}</span>,
      header: true,
    },
    { key: "role", label: t("people.role"), cell: (row: Row) => t(`account:role.${row.role}`) },
    {
      key: "organization",
      label: t("people.organization"),
      cell: (row: Row) => row.organizationName ?? t("people.agency"),
    },
    { key: "sent", label: t("people.sent"), cell: (row: Row) => format.date(row.sentAt) },
    {
      key: "until",
      label: t("people.until"),
      cell: (row: Row) =>
        row.expired ? <Tag tone="warn">{t("people.expired")}</Tag> : format.date(row.expiresAt),
    },
    {
      key: "act",
      label: t("people.act"),
      cell: (row: Row) => (
        <PageForm method="post" values={{ intent: "revoke", invitation: row.id }}>
          <Button small>
            {t("people.revoke")}
            <VisuallyHidden>: {row.email}</VisuallyHidden>
          </Button>
        </PageForm>
      ),
    },
  ];
  return (
    <Card aria-labelledby="open">
      <h2 id="open">{t("people.open")}</h2>
      <DataTable
        caption={t("people.open")}
        quietCaption
        columns={columns}
        rows={invitations}
        rowKey={(row) => row.id}
      />
    </Card>
  );
}
