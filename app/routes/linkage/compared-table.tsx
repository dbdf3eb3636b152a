import { useTranslation } from "react-i18next";
import type { ShownPair } from "~/domain/linkage/pair-views";
import { useFormat } from "~/locales/use-format";
import { DataTable } from "~/ui/data-table";
import { Tag } from "~/ui/tag";
import { markChanges, type Piece } from "./mark-changes";
import { type FieldRow, orderFields } from "./order-fields";

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, changed }, at) =>
        changed ? (
          <mark key={at} className="bg-warn-bg text-warn font-bold underline decoration-2 underline-offset-2">
            {text}
          </mark>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </>
  );
}

/** Both records side by side, what differs first, changed characters marked; `before` adds what they said when last answered. */
export function ComparedTable({
  shown,
  before,
  timeZone,
}: {
  shown: ShownPair;
  before?: ShownPair | null;
  timeZone: string;
}) {
  const { t } = useTranslation("linkage");
  const format = useFormat(timeZone);
  const inWords = ({ field }: FieldRow, text: string): string => {
    if (field === "sex") return t(`sex.${text}`, { defaultValue: text });
    return field === "phone" ? format.phone(text) : text;
  };
  const cell = (row: FieldRow, side: "portal" | "agency") => {
    const text = row[side];
    const was = before && before[side][row.field];
    const hasChanged = before != null && was !== text;
    const words = text === null ? null : inWords(row, text);
    const other = row[side === "portal" ? "agency" : "portal"];
    const pieces =
      words !== null && other !== null && row.standing === "differs" && row.field !== "sex"
        ? markChanges(words, inWords(row, other))[0]
        : null;
    return (
      <span className="[overflow-wrap:anywhere]">
        {words === null ? (
          <span className="meta">{t("pair.empty")}</span>
        ) : pieces ? (
          <Marked pieces={pieces} />
        ) : (
          words
        )}
        {hasChanged && (
          <span className="block">
            <Tag tone="info">{t("pair.was", { value: was ? inWords(row, was) : t("pair.empty") })}</Tag>
          </span>
        )}
      </span>
    );
  };
  const tones = { differs: "warn", onlyOne: "neu", same: "ok" } as const;
  return (
    <DataTable
      caption={t("pair.records")}
      quietCaption
      rows={orderFields(shown)}
      rowKey={(row) => row.field}
      columns={[
        {
          key: "field",
          label: t("pair.field"),
          header: true,
          cell: (row) => (
            <>
              {t(`field.${row.field}`)} <Tag tone={tones[row.standing]}>{t(`pair.${row.standing}`)}</Tag>
            </>
          ),
        },
        { key: "portal", label: t("pair.portal"), cell: (row) => cell(row, "portal") },
        { key: "agency", label: t("pair.agency"), cell: (row) => cell(row, "agency") },
      ]}
    />
  );
}
