import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Details } from "~/ui/card";
import { TextField } from "~/ui/form/text-field";
import { OnReferral, type PartProps, referralPath } from "./decisions";
import { Sessions } from "./sessions";

/** Enrol, then record the sessions; the first one the family came to makes the referral connected. */
export function TakingPart({ view, detail, errors = {}, typed }: PartProps) {
  return (
    <>
      <Sessions view={view} detail={detail} errors={errors} typed={typed} />
      {detail.can.keep && <Keep view={view} detail={detail} />}
      {detail.can.enrol && <Enrol view={view} detail={detail} errors={errors} typed={typed} />}
    </>
  );
}

/** In place of enrolling: nothing of a victim service provider's people is kept here. */
function Keep({ view, detail }: PartProps) {
  const { t } = useTranslation("provider");
  return (
    <div className="sec">
      <h3>{t("keep.title")}</h3>
      <p>{t("keep.what")}</p>
      <Form method="post" action={referralPath(view, detail)} className="mt-2" preventScrollReset>
        <OnReferral detail={detail} />
        <Button name="intent" value="keep">
          {t("keep.do", { name: detail.short })}
        </Button>
      </Form>
    </div>
  );
}

function Enrol({ view, detail, errors = {}, typed = {} }: PartProps) {
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
            defaultValue={typed.enrolledOn ?? detail.today}
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
                  defaultValue={typed[`children.${row}.firstName`]}
                  maxLength={80}
                  autoComplete="off"
                  error={errors[`children.${row}.firstName`]?.[0]}
                />
                <TextField
                  label={t("enrol.lastName")}
                  name={`children.${row}.lastName`}
                  defaultValue={typed[`children.${row}.lastName`]}
                  maxLength={80}
                  autoComplete="off"
                  error={errors[`children.${row}.lastName`]?.[0]}
                />
                <TextField
                  type="date"
                  label={t("enrol.birthDate")}
                  name={`children.${row}.birthDate`}
                  defaultValue={typed[`children.${row}.birthDate`]}
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
