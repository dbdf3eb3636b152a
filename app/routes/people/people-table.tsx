import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ListedPerson } from "~/auth/list-people.server";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card, Details, VisuallyHidden } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { Tag } from "~/ui/tag";
import { type RefusedReset, ResetStep } from "./reset-step";

/** Everybody with a role here. Ending access asks once more, folded under the row. */
export function PeopleTable({
  people,
  held,
  timeZone,
  find,
  looked,
  refusedReset,
  children,
}: {
  people: readonly ListedPerson[];
  held: Record<string, number>;
  timeZone: string;
  /** The way to look for one of them. */
  find: ReactNode;
  /** What was looked for; empty when everybody is shown. */
  looked: string;
  refusedReset: RefusedReset | null;
  /** The links to the other pages. */
  children: ReactNode;
}) {
  const { t } = useTranslation("admin");
  const format = useFormat(timeZone);
  const acts = (row: ListedPerson) => (
    <>
      <ResetStep
        row={row}
        find={looked}
        refused={refusedReset?.membership === row.membershipId ? refusedReset : null}
      />
      <EndAccess row={row} held={held[row.membershipId] ?? 0} />
    </>
  );
  const person = (row: ListedPerson) => (
    <>
      {row.name}
      <span className="meta block [overflow-wrap:anywhere] font-normal">{row.email}</span>
    </>
  );
  const seat = (row: ListedPerson) => (
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
      cell: (row: ListedPerson) => <Step row={row} />,
    },
    { key: "since", label: t("people.since"), cell: (row: ListedPerson) => format.date(row.since, "year") },
    { key: "act", label: t("people.act"), cell: acts },
  ];
  return (
    <Card aria-labelledby="all">
      <h2 id="all">{t("people.all")}</h2>
      {find}
      <DataTable
        caption={t("people.all")}
        quietCaption
        columns={columns}
        rows={people}
        rowKey={(row) => row.membershipId}
      />
      {children}
    </Card>
  );
}

function Step({ row }: { row: ListedPerson }) {
  const { t } = useTranslation("admin");
  if (row.twoFactorEnabled) return <>{t("people.stepOn")}</>;
  return row.byAgency ? <>{t("people.stepAgency")}</> : <Tag tone="warn">{t("people.stepOff")}</Tag>;
}

/** Asks once more, folded, and says what becomes of the person's work; nobody ends the own access. */
function EndAccess({ row, held }: { row: ListedPerson; held: number }) {
  const { t } = useTranslation("admin");
  if (row.own) return <Tag tone="info">{t("people.you")}</Tag>;
  return (
    <Details
      summary={
        <>
          {t("people.endAccess")}
          <VisuallyHidden>: {row.name}</VisuallyHidden>
        </>
      }
    >
      <p className="meta">{t("people.endWhat")}</p>
      <p>{t("people.holds", { count: held })}</p>
      <PageForm method="post" values={{ intent: "end", membership: row.membershipId }}>
        <Button small variant="danger">
          {t("people.end")}
        </Button>
      </PageForm>
    </Details>
  );
}
