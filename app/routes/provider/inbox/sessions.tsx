import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { CheckboxGroup } from "~/ui/form/choices";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import { type PartProps, referralPath } from "./decisions";
import { EndEnrollment } from "./end-enrollment";

const modes = ["home", "centre", "phone", "video"] as const;
const whos = ["caregiver", "child"] as const;
const statuses = ["attended", "no_show", "cancelled_by_family", "cancelled_by_provider"] as const;

/** How the family takes part: the sessions so far, the next one to record, and the end. */
export function Sessions({ view, detail, errors = {}, typed }: PartProps) {
  const enrollment = detail.enrollment;
  if (!enrollment) return null;
  return (
    <div className="sec">
      <h3>{enrollment.words}</h3>
      {enrollment.dosage && <p className="meta">{enrollment.dosage}</p>}
      {enrollment.sessions.length > 0 && (
        <ul>
          {enrollment.sessions.map((session) => (
            <li key={session.id} className="meta">
              {session.words}
            </li>
          ))}
        </ul>
      )}
      {enrollment.canRecord && <RecordSession {...{ view, detail, errors }} id={enrollment.id} />}
      {enrollment.canRecord && <EndEnrollment {...{ view, detail, errors, typed }} enrollment={enrollment} />}
    </div>
  );
}

function RecordSession({ view, detail, errors = {}, id }: PartProps & { id: string }) {
  const { t } = useTranslation("provider");
  return (
    <Form
      method="post"
      action={referralPath(view, detail)}
      className="inline-form"
      noValidate
      preventScrollReset
    >
      <input type="hidden" name="enrollmentId" value={id} />
      <TextField
        type="date"
        label={t("session.date")}
        name="date"
        defaultValue={detail.today}
        max={detail.today}
        error={errors.date?.[0]}
      />
      <SelectField
        label={t("session.mode")}
        name="mode"
        defaultValue="home"
        options={modes.map((mode) => ({ value: mode, label: t(`session.modes.${mode}`) }))}
      />
      <TextField
        label={t("session.minutes")}
        name="minutes"
        inputMode="numeric"
        defaultValue="60"
        size={4}
        error={errors.minutes?.[0]}
      />
      <CheckboxGroup
        label={t("session.who")}
        name="who"
        values={["caregiver"]}
        choices={whos.map((who) => ({ value: who, label: t(`session.whos.${who}`) }))}
      />
      <SelectField
        label={t("session.status")}
        name="status"
        defaultValue="attended"
        options={statuses.map((status) => ({ value: status, label: t(`session.statuses.${status}`) }))}
      />
      <Button variant="primary" name="intent" value="session">
        {t("session.do")}
      </Button>
    </Form>
  );
}
