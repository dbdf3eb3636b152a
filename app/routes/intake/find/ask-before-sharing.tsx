import { useTranslation } from "react-i18next";
import { FieldError } from "~/ui/form/field";
import { type ConsentLanguage, consentWords } from "~/domain/referrals/family/consent-words";
import { dataClassesOf } from "~/domain/referrals/sending/referral-snapshot";
import { ReadAloud } from "./read-aloud";
import type { PanelView } from "./view";
import type { Filled } from "./use-draft";

type Props = { panel: PanelView; filled: Filled; error?: string; focus: boolean };

/** The words to read aloud, made of exactly the fields that will be sent, and the answer. Neither is chosen beforehand. */
export function AskBeforeSharing({ panel, filled, error, focus }: Props) {
  const { t } = useTranslation("intake");
  const shared = dataClassesOf({
    caregiverName: filled.name,
    phone: filled.phone ? "given" : null,
    email: null,
    postalCode: panel.known.postalCode,
    childAgesMonths: panel.known.childAgesMonths,
  });
  const say = (language: ConsentLanguage) => consentWords(language, shared, panel.organization, filled.way);
  return (
    <div className="consent">
      <ReadAloud title={t("consent.title")} say={say} script={panel.draft.script} />
      <fieldset id="answer" tabIndex={-1} className={error ? "field-bad" : undefined}>
        <legend className="vh">{t("consent.answer", { name: filled.name })}</legend>
        {error && <FieldError id="answer-error">{error}</FieldError>}
        <div className="opts">
          <label className="opt">
            <input
              type="radio"
              name="answer"
              value="yes"
              autoFocus={focus}
              aria-describedby={error ? "answer-error" : undefined}
            />{" "}
            {t("consent.yes", { name: filled.name })}
          </label>
          <label className="opt">
            <input type="radio" name="answer" value="no" /> {t("consent.no")}
          </label>
        </div>
      </fieldset>
    </div>
  );
}
