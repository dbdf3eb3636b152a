import { useTranslation } from "react-i18next";
import { consentWordsMax } from "~/domain/jurisdiction/change-consent-words.schema";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Fieldset } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField } from "~/ui/form/text-field";

export type WordsField = "askedEn" | "askedEs" | "ownEn" | "ownEs";

type Props = {
  version: number;
  wordsVersion: string;
  /** The portal's own words, by field. */
  ours: Record<WordsField, string>;
  /** They are in force already. */
  usual: boolean;
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
};

/** The words of a yes in both languages, with the places that the portal fills. */
export function WordsForm({ version, wordsVersion, ours, usual, values, errors }: Props) {
  const { t } = useTranslation("admin-county");
  const sentence = (name: WordsField) => (
    <TextareaField
      name={name}
      lang={name.endsWith("Es") ? "es" : "en"}
      label={t(`facts.${name}`)}
      rows={4}
      maxLength={consentWordsMax}
      defaultValue={values[name]}
      error={errors[name]}
    />
  );
  const group = (kind: "asked" | "own") => (
    <Fieldset legend={t(`words.${kind}`)} className="form-stack">
      <p className="meta">{t(`words.places.${kind}`)}</p>
      {sentence(`${kind}En`)}
      {sentence(`${kind}Es`)}
    </Fieldset>
  );
  return (
    <Card aria-labelledby="words">
      <h2 id="words">{t("words.form")}</h2>
      <p className="meta">{t("words.version", { version: wordsVersion })}</p>
      <p className="meta">{t("words.care")}</p>
      <PageForm method="post" stack className="form-narrow mt-2" values={{ intent: "check", version }}>
        {group("asked")}
        {group("own")}
        <div className="row">
          <Button variant="primary">{t("look")}</Button>
        </div>
      </PageForm>
      {!usual && (
        <PageForm method="post" className="mt-3" values={{ intent: "check", version, ...ours }}>
          <Button>{t("words.usual")}</Button>
        </PageForm>
      )}
    </Card>
  );
}
