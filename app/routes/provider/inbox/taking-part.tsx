import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Details } from "~/ui/card";
import { CheckboxGroup } from "~/ui/form/choices";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import { OnReferral, type PartProps, referralPath } from "./decisions";

/** Enrol, then record the sessions; the first one the family came to makes the referral connected. */
export function TakingPart({ view, detail, errors = {} }: PartProps) {
  if (detail.enrollment) return <Sessions view={view} detail={detail} errors={errors} />;
  return detail.can.enrol ? <Enrol view={view} detail={detail} errors={errors} /> : null;
}

function Enrol({ view, detail, errors = {} }: PartProps) {
  const { t } = useTranslation("provider");
  const rows = [0, 1, 2];
  return (
    <div className="sec">
      <Details
        summary={t("enrol.summary", { name: detail.short })}
        open={Object.keys(errors).some((field) => /^(children|enrolledOn)/.test(field))}
      >
        <Form
          method="post"
          action={referralPath(view, detail)}
          className="form-stack"
          noValidate
          preventScrollReset
        >
          <OnReferral detail={detail} />
          <TextField
            type="date"
            label={t("enrol.on")}
            name="enrolledOn"
            defaultValue={detail.today}
            max={detail.today}
            narrow
            error={errors.enrolledOn?.[0]}
          />
          <fieldset>
            <legend className="lab">{t("enrol.children")}</legend>
            <p className="hint">{t("enrol.why")}</p>
            {rows.map((row) => (
              <div className="inline-form" key={row}>
                <TextField
                  label={t("enrol.firstName", { count: row + 1 })}
                  name={`children.${row}.firstName`}
                  maxLength={80}
                  autoComplete="off"
                  error={errors[`children.${row}.firstName`]?.[0]}
                />
                <TextField
                  label={t("enrol.lastName")}
                  name={`children.${row}.lastName`}
                  maxLength={80}
                  autoComplete="off"
                  error={errors[`children.${row}.lastName`]?.[0]}
                />
                <TextField
                  type="date"
                  label={t("enrol.birthDate")}
                  name={`children.${row}.birthDate`}
                  max={detail.today}
                  error={errors[`children.${row}.birthDate`]?.[0]}
                />
              </div>
            ))}
          </fieldset>
          <p>
            <Button variant="primary" name="intent" value="enrol">
              {t("enrol.do")}
            </Button>
          </p>
        </Form>
      </Details>
    </div>
  );
}

function Sessions({ view, detail, errors = {} }: PartProps) {
  const { t } = useTranslation("provider");
  const enrollment = detail.enrollment;
  if (!enrollment) return null;
  return (
    <div className="sec">
      <h3>{enrollment.words}</h3>
      {enrollment.sessions.length > 0 && (
        <ul>
          {enrollment.sessions.map((session) => (
            <li key={session.id} className="meta">
              {session.words}
            </li>
          ))}
        </ul>
      )}
      {enrollment.canRecord && (
        <Form
          method="post"
          action={referralPath(view, detail)}
          className="inline-form"
          noValidate
          preventScrollReset
        >
          <input type="hidden" name="enrollmentId" value={enrollment.id} />
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
            options={(["home", "centre", "phone", "video"] as const).map((mode) => ({
              value: mode,
              label: t(`session.modes.${mode}`),
            }))}
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
            choices={(["caregiver", "child"] as const).map((who) => ({
              value: who,
              label: t(`session.whos.${who}`),
            }))}
          />
          <SelectField
            label={t("session.status")}
            name="status"
            defaultValue="attended"
            options={(["attended", "no_show", "cancelled_by_family", "cancelled_by_provider"] as const).map(
              (status) => ({ value: status, label: t(`session.statuses.${status}`) }),
            )}
          />
          <Button variant="primary" name="intent" value="session">
            {t("session.do")}
          </Button>
        </Form>
      )}
    </div>
  );
}
