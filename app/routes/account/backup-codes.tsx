import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";

/** The codes while they may be seen; else how many are left; and ten new ones for the password. */
export function BackupCodes({
  codes,
  left,
  to,
  error,
}: {
  codes: readonly string[] | null;
  left: number;
  to: string;
  error?: string;
}) {
  const { t } = useTranslation("account");
  return (
    <div className="form-stack">
      {codes ? (
        <Card>
          <p>{t("twoFactor.codesLede")}</p>
          <ul className="codes" dir="ltr">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <p className="row no-print">
            <ButtonLink variant="primary" href={to}>
              {t("twoFactor.go")}
            </ButtonLink>
          </p>
        </Card>
      ) : (
        <p>
          {t("twoFactor.on")} {t("twoFactor.left", { count: left })}
        </p>
      )}
      <Card className="no-print" aria-labelledby="new-codes">
        <h2 id="new-codes">{t("twoFactor.newTitle")}</h2>
        <p className="meta">{t("twoFactor.newLede")}</p>
        <PageForm method="post" values={{ intent: "new-codes" }} stack>
          <TextField
            name="password"
            type="password"
            label={t("field.password")}
            error={error}
            autoComplete="current-password"
            narrow
          />
          <div className="row">
            <Button>{t("twoFactor.make")}</Button>
          </div>
        </PageForm>
      </Card>
    </div>
  );
}
