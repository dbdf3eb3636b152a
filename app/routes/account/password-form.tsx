import { useTranslation } from "react-i18next";
import { minPasswordLength } from "~/auth/session-policy";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";

/** The password of now and the new one; neither is ever sent back to the page. */
export function PasswordForm({ errors }: { errors: Record<string, string[]> }) {
  const { t } = useTranslation("account");
  return (
    <Card aria-labelledby="password">
      <h2 id="password">{t("account.passwordTitle")}</h2>
      <p className="meta">{t("account.passwordLede")}</p>
      <PageForm method="post" stack enter={{ name: "intent", value: "password" }}>
        <TextField
          name="currentPassword"
          type="password"
          label={t("field.currentPassword")}
          error={errors.currentPassword?.[0]}
          autoComplete="current-password"
        />
        <TextField
          name="newPassword"
          type="password"
          label={t("field.newPassword")}
          hint={t("hint.newPassword", { count: minPasswordLength })}
          error={errors.newPassword?.[0]}
          autoComplete="new-password"
        />
        <div className="row">
          <Button name="intent" value="password">
            {t("account.passwordSave")}
          </Button>
        </div>
      </PageForm>
    </Card>
  );
}
