import { useTranslation } from "react-i18next";
import { providerReasons } from "~/domain/referrals/states/reasons";
import { RadioGroup } from "~/ui/form/choices";
import { TextField } from "~/ui/form/text-field";

type Props = { errors: Record<string, string[]>; typed?: { reasonCode?: string; reasonText?: string } };

/** Why a referral is not a fit: one choice, and a few words. */
export function ReasonFields({ errors, typed }: Props) {
  const { t } = useTranslation(["provider", "status"]);
  return (
    <>
      <RadioGroup
        name="reasonCode"
        label={t("notAFit.reason")}
        column
        value={typed?.reasonCode}
        error={errors.reasonCode?.[0]}
        choices={providerReasons.map(({ code }) => ({ value: code, label: t(`status:reason.${code}`) }))}
      />
      <TextField
        name="reasonText"
        label={t("notAFit.text")}
        hint={t("notAFit.textHint")}
        error={errors.reasonText?.[0]}
        defaultValue={typed?.reasonText}
        maxLength={500}
        autoComplete="off"
      />
    </>
  );
}
