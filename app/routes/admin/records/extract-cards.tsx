import { useTranslation } from "react-i18next";
import type { RecordsRun, TableCounts } from "~/domain/reports/extracts/list-records-runs.server";
import { useFormat } from "~/locales/use-format";
import { Card, Details } from "~/ui/card";
import { DataTable } from "~/ui/data-table";

type Extract = NonNullable<RecordsRun["extract"]>;
const counted = ["given", "imported", "updated", "unchanged", "refused"] as const;

function Tables({ counts, timeZone }: { counts: Extract["counts"]; timeZone: string }) {
  const { t } = useTranslation("admin-records");
  const format = useFormat(timeZone);
  return (
    <DataTable
      caption={t("tables")}
      columns={[
        { key: "table", label: t("table"), header: true, cell: ([table]) => t(`tableNames.${table}`) },
        ...counted.map((key) => ({
          ...{ key, label: t(`counts.${key}`), number: true },
          cell: ([, of]: [string, TableCounts]) => format.number(of[key]),
        })),
      ]}
      rows={Object.entries(counts) as [string, TableCounts][]}
      rowKey={([table]) => table}
    />
  );
}

function Blocked({ format, lacks }: Pick<Extract, "format" | "lacks">) {
  const { t } = useTranslation("admin-records");
  if (lacks.length === 0) return null;
  return (
    <Card aria-labelledby="blocked">
      <h2 id="blocked">{t("blocked.title")}</h2>
      <p className="meta">{t("blocked.lede", { format })}</p>
      <ul className="form-stack mt-2">
        {lacks.map(({ code, lacks: what, measures }) => (
          <li key={what}>
            {t(`blocked.lacks.${code}`, { defaultValue: what })}:
            <span className="meta block">{measures.join(", ")}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Completeness({ of, timeZone }: { of: Extract["completeness"]; timeZone: string }) {
  const { t } = useTranslation("admin-records");
  const format = useFormat(timeZone);
  return (
    <Card aria-labelledby="complete">
      <h2 id="complete">{t("complete.title")}</h2>
      <p className="meta">{t("complete.lede")}</p>
      {Object.entries(of).map(([table, columns]) => (
        <Details key={table} summary={t(`tableNames.${table}`)}>
          <DataTable
            caption={t("complete.of", { table: t(`tableNames.${table}`) })}
            quietCaption
            columns={[
              { key: "column", label: t("column"), header: true, cell: ([column]) => column },
              {
                ...{ key: "share", label: t("complete.share"), number: true },
                cell: ([, share]) => format.percent(share),
              },
            ]}
            rows={Object.entries(columns)}
            rowKey={([column]) => column}
          />
        </Details>
      ))}
    </Card>
  );
}

function Files({ files, timeZone }: { files: Extract["files"]; timeZone: string }) {
  const { t } = useTranslation("admin-records");
  const format = useFormat(timeZone);
  return (
    <Card aria-labelledby="files">
      <h2 id="files">{t("files")}</h2>
      <ul className="form-stack mt-2">
        {files.map(({ name, bytes, sha256 }) => (
          <li key={name}>
            <code>{name}</code>{" "}
            <span className="meta">{t("bytes", { count: bytes, bytes: format.number(bytes) })}</span>
            <span className="meta block break-all">{t("sha256", { sha256 })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The files of an extract with their rows, how complete each column is, and what its format cannot say. */
export function ExtractCards({ extract, timeZone }: { extract: Extract; timeZone: string }) {
  const { counts, completeness, files, format, lacks } = extract;
  return (
    <>
      <Tables counts={counts} timeZone={timeZone} />
      <Blocked format={format} lacks={lacks} />
      <Completeness of={completeness} timeZone={timeZone} />
      <Files files={files} timeZone={timeZone} />
    </>
  );
}
