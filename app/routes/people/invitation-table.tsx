import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListedInvitation } from "~/auth/list-invitations.server";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card, VisuallyHidden } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { Tag } from "~/ui/tag";

/** Invitations that nobody has answered yet. */
export function InvitationTable({
  invitations,
  timeZone,
  children,
}: {
  invitations: readonly ListedInvitation[];
  timeZone: string;
  /** The links to the other pages. */
  children: ReactNode;
}) {
  const { t } = useTranslation("admin");
  const format = useFormat(timeZone);
  if (invitations.length === 0) return null;
  const columns = [
    {
      key: "email",
      label: t("people.email"),
      cell: (row: ListedInvitation) => <span className="block [overflow-wrap:anywhere]">{row.email}</span>,
      header: true,
    },
    { key: "role", label: t("people.role"), cell: (row: ListedInvitation) => t(`account:role.${row.role}`) },
    {
      key: "organization",
      label: t("people.organization"),
      cell: (row: ListedInvitation) => row.organizationName ?? t("people.agency"),
    },
    { key: "sent", label: t("people.sent"), cell: (row: ListedInvitation) => format.date(row.sentAt) },
    {
      key: "until",
      label: t("people.until"),
      cell: (row: ListedInvitation) =>
        row.expired ? <Tag tone="warn">{t("people.expired")}</Tag> : format.date(row.expiresAt),
    },
    {
      key: "act",
      label: t("people.act"),
      cell: (row: ListedInvitation) => (
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
      {children}
    </Card>
  );
}
