import { useTranslation } from "react-i18next";
import type { AuditLine } from "~/domain/jurisdiction/list-audit.server";
import { useFormat } from "~/locales/use-format";
import { DataTable } from "~/ui/data-table";

type Row = Omit<AuditLine, "at"> & { at: Date | string };

/** When, who, what, and from what to what where that names nobody. */
export function AuditTable({ rows, timeZone }: { rows: readonly Row[]; timeZone: string }) {
  const { t } = useTranslation("admin-county");
  const format = useFormat(timeZone);
  const what = ({ event, of }: Row) => {
    const [noun = "", verb = ""] = event.split(".");
    return (
      <>
        {t(`audit.noun.${noun}`, { defaultValue: noun })}:{" "}
        {t(`audit.verb.${verb}`, { defaultValue: verb.replaceAll("_", " ") })}
        {of && <span className="meta block">{t("audit.of", { id: of })}</span>}
      </>
    );
  };
  const who = ({ by, actorKind, actorRole }: Row) => (
    <>
      {by ?? t(`audit.actor.${actorKind}`)}
      {actorRole && <span className="meta block">{t(`account:role.${actorRole}`)}</span>}
    </>
  );
  const more = ({ reason, fields }: Row) => (
    <span className="[overflow-wrap:anywhere]">{reason ?? fields.join(", ")}</span>
  );
  return (
    <DataTable
      caption={t("audit.title")}
      quietCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "at", label: t("audit.at"), cell: ({ at }) => format.dateTime(at) },
        { key: "who", label: t("audit.who"), cell: who },
        { key: "what", label: t("audit.what"), header: true, cell: what },
        { key: "more", label: t("audit.more"), cell: more },
      ]}
    />
  );
}
