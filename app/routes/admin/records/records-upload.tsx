import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Field } from "~/ui/form/field";
import { PageForm } from "~/ui/form/page-form";
import { Input, TextField } from "~/ui/form/text-field";

/** Brings in the files of one extract. The day comes first, so that it is there when the files' bytes are. */
export function RecordsUpload({ asOf, errors }: { asOf: string; errors: { asOf?: string; file?: string } }) {
  const { t } = useTranslation("admin-records");
  return (
    <PageForm method="post" encType="multipart/form-data" stack className="form-narrow" reloadDocument>
      <TextField
        name="asOf"
        type="date"
        label={t("upload.asOf")}
        hint={t("upload.asOfHint")}
        error={errors.asOf && t(`upload.errors.${errors.asOf}`)}
        defaultValue={asOf}
        narrow
      />
      <Field name="file" label={t("upload.file")} error={errors.file && t(`upload.errors.${errors.file}`)}>
        {(control) => <Input {...control} type="file" multiple required />}
      </Field>
      <div className="row">
        <Button>{t("upload.send")}</Button>
      </div>
    </PageForm>
  );
}
