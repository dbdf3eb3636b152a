import { useTranslation } from "react-i18next";
import { endReasons } from "~/domain/engagement/end-reasons";
import { Button } from "~/ui/button";
import { Details } from "~/ui/card";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import type { PartProps } from "./decisions";
import { EnrollmentForm } from "./enrollment-form";
import type { EnrollmentView } from "./view";

const parties = ["family", "provider", "nobody"] as const;

/** How taking part ended, why, and whose reason it was. What may be chosen follows from the sessions. */
export function EndEnrollment({
  view,
  detail,
  errors = {},
  typed = {},
  enrollment,
}: PartProps & { enrollment: EnrollmentView }) {
  const { t } = useTranslation("provider");
  const wrong = ["outcome", "endedOn", "endReason", "endParty"].some((field) => errors[field]);
  return (
    <Details summary={t("end.summary", { name: detail.short })} open={wrong || typed.intent === "end"}>
      <EnrollmentForm
        {...{ view, detail }}
        about={{ enrollmentId: enrollment.id, version: enrollment.version }}
      >
        <SelectField
          label={t("end.outcome")}
          name="outcome"
          empty={t("choose")}
          defaultValue={typed.outcome}
          error={errors.outcome?.[0]}
          options={enrollment.outcomes.map((outcome) => ({
            value: outcome,
            label: t(`end.outcomes.${outcome}`),
          }))}
        />
        <SelectField
          label={t("reason")}
          name="endReason"
          empty={t("choose")}
          defaultValue={typed.endReason}
          error={errors.endReason?.[0]}
          options={endReasons.map((code) => ({ value: code, label: t(`end.reasons.${code}`) }))}
        />
        <SelectField
          label={t("end.party")}
          name="endParty"
          empty={t("choose")}
          defaultValue={typed.endParty}
          error={errors.endParty?.[0]}
          options={parties.map((party) => ({ value: party, label: t(`end.parties.${party}`) }))}
        />
        <TextField
          type="date"
          label={t("end.on")}
          name="endedOn"
          defaultValue={typed.endedOn ?? detail.today}
          max={detail.today}
          error={errors.endedOn?.[0]}
        />
        <Button name="intent" value="end">
          {t("end.do")}
        </Button>
      </EnrollmentForm>
    </Details>
  );
}
