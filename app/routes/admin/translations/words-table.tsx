import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { isPerhapsOpen } from "~/domain/jurisdiction/translations/translation";
import { Tag } from "~/ui/tag";
import type { TranslationView } from "./describe-translations.server";

/** What was refused of one row, with what was typed. */
export type RefusedRow = { key: string; words: string; error: string | undefined } | null;

const tones = { missing_es: "warn", missing_en: "warn", same: "info", complete: "ok", one: "neu" } as const;
const asId = (key: string) => `words-${key.replace(/[^\w-]/g, "-")}`;

/** Words side by side; the side that is missing is written where it stands. */
export function WordsTable({ rows, refused }: { rows: readonly TranslationView[]; refused: RefusedRow }) {
  const { t } = useTranslation("admin-translations");
  const side = (row: TranslationView, language: "en" | "es") => (
    <Side {...{ row, language }} refused={refused?.key === row.key ? refused : null} />
  );
  const state = (row: TranslationView) => (
    <>
      <Tag tone={tones[row.state]}>{t(`stateOf.${row.state}`)}</Tag>
      {row.kind === "consent" && <span className="meta block">{t("consentHint")}</span>}
    </>
  );
  return (
    <DataTable
      caption={t("list")}
      quietCaption
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "where", label: t("where"), header: true, cell: (row) => <a href={row.href}>{row.where}</a> },
        { key: "en", label: t("english"), cell: (row) => side(row, "en") },
        { key: "es", label: t("spanish"), cell: (row) => side(row, "es") },
        { key: "state", label: t("state"), cell: state },
      ]}
    />
  );
}

type SideProps = { row: TranslationView; language: "en" | "es"; refused: RefusedRow };

/** Whether a side is asked for here: it is missing, or the Spanish is only the English once more. */
const isAsked = ({ here, kind, state }: TranslationView, language: "en" | "es") =>
  here && (state === `missing_${language}` || (isPerhapsOpen({ kind, state }) && language === "es"));

function Side({ row, language, refused }: SideProps) {
  const words = language === "en" ? row.english : row.spanish;
  if (!isAsked(row, language))
    return (
      <span lang={language} className="[overflow-wrap:anywhere]">
        {words || "—"}
      </span>
    );
  return <SideForm {...{ row, language, refused }} words={words} />;
}

function SideForm({ row, language, refused, words }: SideProps & { words: string }) {
  const { t } = useTranslation("admin-translations");
  const hint = row.state === "same" ? t("sameHint") : t("instead", { words: row.instead });
  const values = { intent: "save", key: row.key, version: row.version, language };
  return (
    <>
      <PageForm method="post" className="form-stack" values={values}>
        <TextField
          id={asId(row.key)}
          name="words"
          lang={language}
          label={<span className="vh">{t(`write.${language}`, { where: row.where })}</span>}
          hint={hint}
          error={refused?.error}
          defaultValue={refused?.words ?? words}
          maxLength={200}
        />
        <div className="row">
          <Button small>{t("save")}</Button>
        </div>
      </PageForm>
      {row.kind === "area" && language === "es" && (
        <PageForm method="post" className="mt-2" values={{ ...values, words: row.english }}>
          <Button small variant="quiet">
            {t("isName")}
          </Button>
        </PageForm>
      )}
    </>
  );
}

/** Where a refused row is, for the box on top. */
export const rowId = asId;
