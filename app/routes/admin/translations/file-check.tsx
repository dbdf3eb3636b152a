import { useTranslation } from "react-i18next";
import type { FileRead, WordsChange } from "~/domain/jurisdiction/translations/apply-translations.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { DataTable } from "~/ui/data-table";
import { PageForm } from "~/ui/form/page-form";
import { useFaultWords } from "./use-fault-words";

type Read = FileRead & { where: Record<string, string> };

/** Each changed row as the form sends it: with what it was, so that nothing is written over what somebody else wrote. */
const hidden = (changes: readonly WordsChange[]) =>
  Object.fromEntries(
    changes.flatMap(({ key, english, spanish, fromEnglish, fromSpanish }, at) =>
      Object.entries({ key, english, spanish, fromEnglish, fromSpanish }).map(([name, value]) => [
        `rows.${at}.${name}`,
        value,
      ]),
    ),
  );

/** What a file would change, line by line what cannot be taken, and the button that saves. */
export function FileCheck({ read }: { read: Read }) {
  const { t } = useTranslation("admin-translations");
  const { changes, unchanged, faults } = read;
  return (
    <>
      {faults.length > 0 && <Faults faults={faults} />}
      <Card aria-labelledby="changes">
        <h2 id="changes">{t("upload.changes")}</h2>
        {changes.length === 0 ? <p>{t("upload.none")}</p> : <Changes {...read} />}
        {unchanged > 0 && <p className="meta mt-2">{t("upload.unchanged", { count: unchanged })}</p>}
        {changes.length > 0 && (
          <>
            <p className="mt-2">{t("upload.who")}</p>
            <PageForm
              method="post"
              action={pathTo("/admin/translations")}
              className="row mt-3"
              values={{ ...hidden(changes), intent: "apply" }}
            >
              <Button variant="primary">{t("upload.save", { count: changes.length })}</Button>
            </PageForm>
          </>
        )}
      </Card>
    </>
  );
}

function Changes({ changes, where }: Pick<Read, "changes" | "where">) {
  const { t } = useTranslation("admin-translations");
  const sides = changes.flatMap((one) =>
    [
      { ...one, side: "english" as const, from: one.fromEnglish, to: one.english },
      { ...one, side: "spanish" as const, from: one.fromSpanish, to: one.spanish },
    ].filter(({ from, to }) => from !== to),
  );
  return (
    <DataTable
      caption={t("upload.changes")}
      quietCaption
      rows={sides}
      rowKey={({ key, side }) => `${key} ${side}`}
      columns={[
        {
          key: "what",
          label: t("upload.what"),
          header: true,
          cell: ({ key, side }) => `${where[key] ?? key} (${t(side)})`,
        },
        { key: "from", label: t("upload.from"), cell: ({ from }) => from || t("upload.empty") },
        { key: "to", label: t("upload.to"), cell: ({ to }) => to },
      ]}
    />
  );
}

function Faults({ faults }: Pick<Read, "faults">) {
  const { t } = useTranslation("admin-translations");
  const say = useFaultWords();
  return (
    <div className="errors" role="alert">
      <h2>{t("upload.faults", { count: faults.length })}</h2>
      <ul>
        {faults.map(({ line, key, code }) => (
          <li key={line}>
            {t("upload.fault", { line, key: key.slice(0, 60) || t("upload.noKey"), why: say(code) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
