import { useTranslation } from "react-i18next";
import type { KeptRemark } from "~/domain/reports/extracts/read-records-remarks.server";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { remarkWords } from "./remark-words";

type Props = { id: string; rejected: KeptRemark[]; warnings: KeptRemark[]; told: number };

function Remarks({ title, remarks }: { title: string; remarks: KeptRemark[] }) {
  const { t } = useTranslation("admin-records");
  if (remarks.length === 0) return null;
  return (
    <>
      <h3 className="mt-3">{title}</h3>
      <ul className="form-stack mt-2">
        {remarks.map((remark, at) => (
          <li key={at}>
            {remark.line > 0 ? t("remarks.at", remark) : <code>{remark.file}</code>}
            {remark.column && `, ${remark.column}`}: {remarkWords(t, remark)}{" "}
            <span className="meta">({remark.code})</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The first rows that were not taken or want a look, and all of them as a file. What a cell holds stands in neither. */
export function RemarksCard({ id, rejected, warnings, told }: Props) {
  const { t } = useTranslation("admin-records");
  return (
    <Card aria-labelledby="remarks">
      <h2 id="remarks">{t("remarks.title")}</h2>
      <p className="meta">{t("remarks.lede")}</p>
      <p>
        <ButtonLink href={pathTo("/admin/records/:id/rows.csv", { id })} small icon="download">
          {t("remarks.csv", { count: told })}
        </ButtonLink>
      </p>
      <Remarks title={t("rejected")} remarks={rejected} />
      <Remarks title={t("warnings")} remarks={warnings} />
    </Card>
  );
}
