import { useTranslation } from "react-i18next";
import type { ComparedPair, ComparedSide } from "~/domain/directory/duplicates/read-duplicate.server";
import { useFormat } from "~/locales/use-format";
import { DataTable } from "~/ui/data-table";
import { Tag } from "~/ui/tag";
import { differingFields } from "./differing-fields";

const alsoShown = {
  organization: ["state", "source", "people", "listings", "phones", "openReferrals"],
  service: ["state", "source", "assuredAt", "phones", "places", "openReferrals"],
} as const;

function inWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(String).join(", ");
  if (value instanceof Date) return "";
  if (typeof value === "object") {
    const texts = Object.values(value as Record<string, Record<string, string>>);
    return texts.flatMap((words) => Object.values(words)).join("\n");
  }
  return String(value);
}

/** What each of the two says, field by field. */
export function SideBySide({ pair, timeZone }: { pair: ComparedPair; timeZone: string }) {
  const { t } = useTranslation("admin-directory");
  const format = useFormat(timeZone);
  const different = new Set(differingFields(pair));
  const also = (side: ComparedSide, key: (typeof alsoShown)["service" | "organization"][number]) =>
    key === "assuredAt" ? (side.assuredAt ? format.date(side.assuredAt, "year") : "") : inWords(side[key]);
  const rows = [
    ...alsoShown[pair.entity].map((key) => ({
      key,
      label: t(`compare.also.${key}`),
      first: also(pair.first, key),
      second: also(pair.second, key),
      differs: false,
    })),
    ...pair.fields.map((field) => ({
      key: field,
      label: t(`field.${field}`),
      first: inWords(pair.first.values[field]),
      second: inWords(pair.second.values[field]),
      differs: different.has(field),
    })),
  ].filter(({ first, second }) => first || second);
  const cell = (words: string) =>
    words ? (
      <span className="[overflow-wrap:anywhere] whitespace-pre-line">{words.slice(0, 600)}</span>
    ) : (
      <span className="meta">{t("compare.empty")}</span>
    );
  type Row = (typeof rows)[number];
  return (
    <DataTable
      caption={t("compare.fields")}
      quietCaption
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: "field",
          label: t("compare.field"),
          header: true,
          cell: (row: Row) => (
            <>
              {row.label} {row.differs && <Tag tone="warn">{t("compare.differs")}</Tag>}
            </>
          ),
        },
        { key: "first", label: t("compare.first"), cell: (row: Row) => cell(row.first) },
        { key: "second", label: t("compare.second"), cell: (row: Row) => cell(row.second) },
      ]}
    />
  );
}
