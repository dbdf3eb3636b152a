import { useTranslation } from "react-i18next";
import { minPasswordLength } from "~/auth/session-policy";
import { Button } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";

/** Name and password of somebody new; the email is the invitation's. */
export function NewcomerForm({
  email,
  name,
  errors,
}: {
  email: string;
  name?: string | null;
  errors: Record<string, string[]>;
}) {
  const { t } = useTranslation("account");
  return (
    <PageForm method="post" values={{ intent: "create" }} stack>
      <p>{t("invitation.email", { email })}</p>
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <TextField
        name="name"
        label={t("field.name")}
        hint={t("hint.name")}
        error={errors.name?.[0]}
        defaultValue={name ?? undefined}
        autoComplete="name"
      />
      <TextField
        name="password"
        type="password"
        label={t("field.newPassword")}
        hint={t("hint.newPassword", { count: minPasswordLength })}
        error={errors.password?.[0]}
        autoComplete="new-password"
      />
      <div className="row">
        <Button variant="primary">{t("invitation.join")}</Button>
      </div>
      <p className="meta">{t("invitation.next")}</p>
    </PageForm>
  );
}
