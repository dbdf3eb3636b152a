import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Field } from "~/ui/form/field";
import { PageForm } from "~/ui/form/page-form";
import { Input } from "~/ui/form/text-field";

/** Words out for a translator, and back. */
export function FileCard({ problem, title }: { problem?: string; title?: string }) {
  const { t } = useTranslation("admin-translations");
  return (
    <Card aria-labelledby="file-card">
      <h2 id="file-card">{title ?? t("file.title")}</h2>
      <p className="meta">{t("file.lede")}</p>
      <p className="mt-2">
        <a href={pathTo("/admin/translations.csv")}>{t("file.download")}</a>
      </p>
      <PageForm
        method="post"
        action={pathTo("/admin/translations/upload")}
        encType="multipart/form-data"
        stack
        className="form-narrow mt-3"
        reloadDocument
      >
        <Field
          name="file"
          label={t("file.label")}
          hint={t("file.hint")}
          error={problem && t(`problem.${problem}`)}
        >
          {(control) => <Input {...control} type="file" accept=".csv,text/csv" required />}
        </Field>
        <div className="row">
          <Button>{t("file.send")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}
