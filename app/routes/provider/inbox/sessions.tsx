import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Details } from "~/ui/card";
import { CheckboxGroup } from "~/ui/form/choices";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import type { PartProps } from "./decisions";
import { CorrectEnrollment } from "./correct-enrollment";
import { EndEnrollment } from "./end-enrollment";
import { EnrollmentForm } from "./enrollment-form";
import type { SessionView } from "./view";

const modes = ["home", "centre", "phone", "video"] as const;
const whos = ["caregiver", "child"] as const;
const statuses = ["attended", "no_show", "cancelled_by_family", "cancelled_by_provider"] as const;

/** How the family takes part: the sessions so far, the next one to record, what was wrong, and the end. */
export function Sessions({ view, detail, errors = {}, typed }: PartProps) {
  const enrollment = detail.enrollment;
  if (!enrollment) return null;
  const part = { view, detail, errors, typed };
  return (
    <div className="sec">
      <h3>{enrollment.words}</h3>
      {enrollment.dosage && <p className="meta">{enrollment.dosage}</p>}
      {enrollment.sessions.length > 0 && (
        <ul>
          {enrollment.sessions.map((session) => (
            <li key={session.id} className="meta">
              {session.words}
              {enrollment.canRecord && <Correct {...part} id={enrollment.id} session={session} />}
            </li>
          ))}
        </ul>
      )}
      {enrollment.canRecord && (
        <>
          <SessionForm {...part} errors={typed?.supersedesId ? {} : errors} id={enrollment.id} />
          <CorrectEnrollment {...part} enrollment={enrollment} />
        </>
      )}
      {enrollment.canEnd && <EndEnrollment {...part} enrollment={enrollment} />}
    </div>
  );
}

type SessionProps = PartProps & { id: string; session?: SessionView };

/** A session that was recorded wrongly is told anew; the first words stay as history. */
function Correct({ errors = {}, typed, session, ...part }: SessionProps & { session: SessionView }) {
  const { t } = useTranslation("provider");
  const wrong = typed?.supersedesId === session.id;
  return (
    <Details summary={t("session.correct")} open={wrong}>
      <SessionForm {...part} errors={wrong ? errors : {}} session={session} />
    </Details>
  );
}

function SessionForm({ view, detail, errors = {}, id, session }: SessionProps) {
  const { t } = useTranslation("provider");
  const own = (name: string) => (session ? `${name}-${session.id}` : name);
  return (
    <EnrollmentForm
      {...{ view, detail }}
      about={{ enrollmentId: id, ...(session && { supersedesId: session.id }) }}
    >
      <TextField
        type="date"
        label={t("session.date")}
        id={own("date")}
        name="date"
        defaultValue={session?.date ?? detail.today}
        max={detail.today}
        error={errors.date?.[0]}
      />
      <SelectField
        label={t("session.mode")}
        id={own("mode")}
        name="mode"
        defaultValue={session?.mode ?? "home"}
        options={modes.map((mode) => ({ value: mode, label: t(`session.modes.${mode}`) }))}
      />
      <TextField
        label={t("session.minutes")}
        id={own("minutes")}
        name="minutes"
        inputMode="numeric"
        defaultValue={session ? (session.minutes ?? "") : "60"}
        size={4}
        error={errors.minutes?.[0]}
      />
      <CheckboxGroup
        label={t("session.who")}
        name="who"
        values={session?.who ?? ["caregiver"]}
        choices={whos.map((who) => ({ value: who, label: t(`session.whos.${who}`) }))}
      />
      <SelectField
        label={t("session.status")}
        id={own("status")}
        name="status"
        defaultValue={session?.status ?? "attended"}
        options={statuses.map((status) => ({ value: status, label: t(`session.statuses.${status}`) }))}
      />
      <Button variant={session ? "secondary" : "primary"} name="intent" value="session">
        {session ? t("session.correctDo") : t("session.do")}
      </Button>
    </EnrollmentForm>
  );
}
