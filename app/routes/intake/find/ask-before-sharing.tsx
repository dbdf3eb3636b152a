import { useTranslation } from "react-i18next";
import { FieldError } from "~/ui/form/field";
import { wordsToRead } from "~/domain/referrals/family/consent-as-read";
import { ReadAloud } from "./read-aloud";
import type { PanelView } from "./view";
import type { Filled } from "./use-draft";

type Props = { panel: PanelView; filled: Filled; error?: string; focus: boolean };

/** The words to read aloud, made of exactly the fields that will be sent, and the answer. Neither is chosen beforehand. */
export function AskBeforeSharing({ panel, filled, error, focus }: Props) {
  const { t } = useTranslation("intake");
  const family = {
    ...panel.known,
    caregiverName: filled.name,
    phone: filled.phone ? "given" : null,
    email: null,
    contactWay: filled.way,
  };
  const words = wordsToRead({
    ...{ by: "worker", text: panel.consentText, family },
    organization: panel.organization,
  });
  return (
    <div className="consent">
      <ReadAloud title={t("consent.title")} words={words} script={panel.draft.script} />
      <fieldset id="answer" tabIndex={-1} data-keep="no" className={error ? "field-bad" : undefined}>
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
