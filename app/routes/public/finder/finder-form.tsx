import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import type { FormView } from "./finder-words.server";

/** What would help, and near where. Both may be left open. `k` keeps the filters of the search before. */
export function FinderForm(props: { form: FormView; base: string; k?: string }) {
  return (
    <>
      <BoxForm {...props} />
      <WordsForm base={props.base} browse={props.form.browse} />
    </>
  );
}

/** One line of plain words, folded away under the boxes. */
function WordsForm({ base, browse }: { base: string; browse: boolean }) {
  const { t } = useTranslation("public");
  return (
    <div className="no-print">
      <details className="more">
        <summary>{t("words.words")}</summary>
        <PageForm
          method="post"
          action={`${base}?index`}
          stack
          className="card card-body"
          values={{ intent: "words" }}
        >
          <TextField
            name="words"
            label={t("words.words")}
            hint={t("words.wordsHint")}
            autoComplete="off"
            maxLength={300}
          />
          <Button>{t("words.wordsSearch")}</Button>
        </PageForm>
      </details>
      {browse && (
        <p>
          <a href={`${base}/categories`}>{t("categories.link")}</a>
        </p>
      )}
    </div>
  );
}

function BoxForm({ form, base, k }: { form: FormView; base: string; k?: string }) {
  const { t } = useTranslation("public");
  return (
    <PageForm
      method="post"
      action={`${base}?index`}
      role="search"
      className="card finder no-print"
      values={{ intent: "boxes", ...(k && { k }) }}
    >
      <div className="finder-fields">
        <SelectField
          name="need"
          label={t("home.need")}
          options={form.needs}
          empty={t("home.needAny")}
          defaultValue={form.need}
        />
        <TextField
          name="place"
          label={t("home.place")}
          defaultValue={form.place}
          autoComplete="postal-code"
          maxLength={80}
        />
      </div>
      <Button variant="primary">{t("home.search")}</Button>
    </PageForm>
  );
}
