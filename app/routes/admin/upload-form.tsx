import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Field } from "~/ui/form/field";
import { PageForm } from "~/ui/form/page-form";
import { Input, TextField } from "~/ui/form/text-field";

type Errors = { source?: "source"; file?: "file" | "size" | "type" };

/** Brings in a zip. The source comes first, so that it is there when the file's bytes are. */
export function UploadForm({ source, errors }: { source: string; errors: Errors }) {
  const { t } = useTranslation("admin");
  return (
    <PageForm method="post" encType="multipart/form-data" stack className="form-narrow" reloadDocument>
      <TextField
        name="source"
        label={t("imports.upload.source")}
        hint={t("imports.upload.sourceHint")}
        error={errors.source && t("imports.upload.errors.source")}
        defaultValue={source}
        maxLength={60}
        autoComplete="off"
        required
        narrow
      />
      <Field
        name="file"
        label={t("imports.upload.file")}
        error={errors.file && t(`imports.upload.errors.${errors.file}`)}
      >
        {(control) => <Input {...control} type="file" accept=".zip,application/zip" required />}
      </Field>
      <div className="row">
        <Button>{t("imports.upload.send")}</Button>
      </div>
    </PageForm>
  );
}
