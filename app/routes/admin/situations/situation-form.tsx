import type { SerializeFrom } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import type { ListedSituation } from "~/domain/directory/code-lists/list-situations.server";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { DescriptionList } from "~/ui/lists";
import { useNeedName } from "../directory-list/use-need-name";

type Named = { code: string; nameEn: string | null; nameEs: string | null };
type Props = {
  situation: SerializeFrom<ListedSituation> | null;
  needs: readonly Named[];
  errors: Record<string, string[]>;
};

/** What is added to a situation of ours, or a whole one of the jurisdiction's own. */
export function SituationForm({ situation, needs, errors }: Props) {
  const { t } = useTranslation("admin-directory");
  const nameOf = useNeedName();
  const ours = situation?.ours ?? null;
  const lines = (field: "synonymsEn" | "synonymsEs" | "words", hint?: string) => (
    <TextareaField
      name={field}
      label={t(`situation.${field}`)}
      hint={hint}
      rows={4}
      defaultValue={situation?.[field].join("\n") ?? ""}
      error={errors[field]?.[0]}
    />
  );
  const name = (field: "nameEn" | "nameEs") => (
    <TextField
      name={field}
      label={t(`situation.${field}`)}
      defaultValue={situation?.[field] ?? ""}
      error={errors[field]?.[0]}
      maxLength={80}
    />
  );
  return (
    <>
      <PageForm
        method="post"
        stack
        className="form-narrow"
        values={{ intent: "save", version: situation?.version ?? 0 }}
      >
        {!ours && name("nameEn")}
        {!ours && name("nameEs")}
        {lines("synonymsEn")}
        {lines("synonymsEs")}
        {lines("words", t("situation.wordsHint"))}
        <CheckboxGroup
          name="needCodes"
          label={t("situation.needs")}
          hint={t("situation.needsHint")}
          error={errors["needCodes"]?.[0]}
          choices={needs.map((need) => ({ value: need.code, label: nameOf(need) }))}
          values={situation?.needCodes ?? []}
        />
        <div className="row">
          <Button variant="primary">{t("situation.save")}</Button>
        </div>
      </PageForm>
      {ours && (
        <div className="mt-4">
          <DescriptionList
            facts={[
              { term: t("situation.always"), detail: [...ours.en, ...ours.es].join(", ") },
              { term: t("situation.alwaysWords"), detail: ours.words.join(", ") },
            ]}
          />
        </div>
      )}
    </>
  );
}
