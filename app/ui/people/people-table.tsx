import { useTranslation } from "react-i18next";
import { useFormat } from "../../locales/use-format";
import { Button } from "../button";
import { Card, Details, VisuallyHidden } from "../card";
import { DataTable } from "../data-table";
import { PageForm } from "../form/page-form";
import { Tag } from "../tag";

type Row = {
  membershipId: string;
  name: string;
  email: string;
  role: string;
  organizationName: string | null;
  twoFactorEnabled: boolean;
  since: Date;
  own: boolean;
};

/** Everybody with a role here. Ending access asks once more, folded under the row. */
export function PeopleTable({
  people,
  held,
  timeZone,
}: {
  people: readonly Row[];
  held: Record<string, number>;
  timeZone: string;
}) {
  const { t } = useTranslation("admin");
  const format = useFormat(timeZone);
  const end = (row: Row) =>
    row.own ? (
      <Tag tone="info">{t("people.you")}</Tag>
    ) : (
      <Details
        summary={
          <>
            {t("people.endAccess")}
            <VisuallyHidden>: {row.name}</VisuallyHidden>
          </>
        }
      >
        <p className="meta">{t("people.endWhat")}</p>
        <p>{t("people.holds", { count: held[row.membershipId] ?? 0 })}</p>
        <PageForm method="post" values={{ intent: "end", membership: row.membershipId }}>
          <Button small variant="danger">
            {t("people.end")}
          </Button>
        </PageForm>
      </Details>
    );
  const person = (row: Row) => (
    <>
      {row.name}
      <span className="meta block [overflow-wrap:anywhere] font-normal">{row.email}</span>
    </>
  );
  const seat = (row: Row) => (
    <>
      {t(`account:role.${row.role}`)}
      <span className="meta block">{row.organizationName ?? t("people.agency")}</span>
    </>
  );
  const columns = [
    { key: "name", label: t("people.name"), cell: person, header: true },
    { key: "role", label: t("people.role"), cell: seat },
    {
      key: "step",
      label: t("people.step"),
      cell: (row: Row) =>
        row.twoFactorEnabled ? t("people.stepOn") : <Tag tone="warn">{t("people.stepOff")}</Tag>,
    },
    { key: "since", label: t("people.since"), cell: (row: Row) => format.date(row.since, "year") },
    { key: "act", label: t("people.act"), cell: end },
  ];
  return (
    <Card aria-labelledby="all">
      <h2 id="all">{t("people.all")}</h2>
      <DataTable
        caption={t("people.all")}
        quietCaption
        columns={columns}
        rows={people}
        rowKey={(row) => row.membershipId}
      />
    </Card>
  );
}
