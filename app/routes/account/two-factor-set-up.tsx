import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";

/** Three steps: an app, the key, a first code. No picture is needed: the key can be typed or opened on the phone. */
export function TwoFactorSetUp({
  keyText,
  link,
  to,
  error,
}: {
  keyText: string;
  link: string;
  to: string;
  error?: string;
}) {
  const { t } = useTranslation("account");
  return (
    <ol className="steps">
      <li>{t("twoFactor.app")}</li>
      <li>
        {t("twoFactor.add")}
        <p className="row">
          <a href={link}>{t("twoFactor.open")}</a>
        </p>
        <p className="meta" id="key-label">
          {t("twoFactor.key")}
        </p>
        <p>
          <code className="key" dir="ltr">
            {keyText}
          </code>
        </p>
      </li>
      <li>
        <PageForm method="post" stack values={{ intent: "turn-on", to }}>
          <TextField
            name="code"
            label={t("field.code")}
            hint={t("twoFactor.enter")}
            error={error}
            narrow
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          <div className="row">
            <Button variant="primary">{t("twoFactor.turnOn")}</Button>
          </div>
        </PageForm>
      </li>
    </ol>
  );
}
