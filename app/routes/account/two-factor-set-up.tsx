import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";
import { QrPicture } from "~/ui/qr-picture";

/** Three steps: an app, the key, a first code. The key comes as a picture, and in words for whoever has no camera. */
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
        <p className="meta">{t("twoFactor.scan")}</p>
        <QrPicture text={link} label={t("twoFactor.picture")} />
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
