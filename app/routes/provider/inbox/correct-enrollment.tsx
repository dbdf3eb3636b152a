import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Details } from "~/ui/card";
import { TextField } from "~/ui/form/text-field";
import type { PartProps } from "./decisions";
import { EnrollmentForm } from "./enrollment-form";
import type { EnrollmentView } from "./view";

/** The day of the enrolment or a child's birth date, told right. What the family gave before is not shown, only replaced. */
export function CorrectEnrollment({
  view,
  detail,
  errors = {},
  typed,
  enrollment,
}: PartProps & { enrollment: EnrollmentView }) {
  const { t } = useTranslation("provider");
  const wrong = typed?.intent === "correct";
  const said = wrong ? typed : {};
  const error = (field: string) => (wrong ? errors[field]?.[0] : undefined);
  return (
    <Details summary={t("correct.summary")} open={wrong}>
      <EnrollmentForm
        {...{ view, detail }}
        about={{ enrollmentId: enrollment.id, version: enrollment.version }}
      >
        <TextField
          type="date"
          label={t("enrol.on")}
          id="correct-enrolledOn"
          name="enrolledOn"
          defaultValue={said.enrolledOn ?? enrollment.enrolledOn}
          max={detail.today}
          error={error("enrolledOn")}
        />
        <TextField
          label={t("correct.firstName")}
          hint={t("correct.childHint")}
          id="correct-firstName"
          name="firstName"
          defaultValue={said.firstName}
          maxLength={80}
          autoComplete="off"
          error={error("firstName")}
        />
        <TextField
          type="date"
          label={t("correct.birthDate")}
          id="correct-birthDate"
          name="birthDate"
          defaultValue={said.birthDate}
          max={detail.today}
          error={error("birthDate")}
        />
        <Button name="intent" value="correct">
          {t("correct.do")}
        </Button>
      </EnrollmentForm>
    </Details>
  );
}
