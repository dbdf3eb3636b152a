import { useTranslation } from "react-i18next";
import { TextField } from "~/ui/form/text-field";

/** Asked once Send found an open referral of this family to this program. */
export function WhyAgain({ errors }: { errors: Record<string, string[]> }) {
  const { t } = useTranslation("intake");
  const [error] = errors.duplicateReason ?? [];
  if (!error) return null;
  return (
    <TextField
      label={t("refer.whyAgain")}
      hint={t("refer.whyAgainHint")}
      name="duplicateReason"
      error={error}
      maxLength={300}
      autoComplete="off"
    />
  );
}
