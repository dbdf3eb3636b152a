import { useTranslation } from "react-i18next";
import { languageNames } from "~/locales/languages";
import type { ConsentLanguage } from "~/domain/referrals/family/consent-words";

/** The words to read before anything is shared, in the language chosen ("script"); the form sends both back as they stand. */
export function ReadAloud({
  title,
  words,
  script,
}: {
  title: string;
  words: Record<ConsentLanguage, string>;
  script: ConsentLanguage;
}) {
  const { t } = useTranslation("intake");
  return (
    <>
      <div className="consent-head">
        <strong>{title}</strong>
        <fieldset className="seg">
          <legend className="vh">{t("consent.language")}</legend>
          <label lang="en">
            <input type="radio" name="script" value="en" className="vh" defaultChecked={script === "en"} />
            <span>{languageNames.en}</span>
          </label>
          <label lang="es">
            <input
              type="radio"
              name="script"
              value="es"
              className="vh say-es"
              defaultChecked={script === "es"}
            />
            <span>{languageNames.es}</span>
          </label>
        </fieldset>
      </div>
      <blockquote data-say="en" lang="en">
        {words.en}
      </blockquote>
      <blockquote data-say="es" lang="es">
        {words.es}
      </blockquote>
      <input type="hidden" name="wordsEn" value={words.en} />
      <input type="hidden" name="wordsEs" value={words.es} />
    </>
  );
}
