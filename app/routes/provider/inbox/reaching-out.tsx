import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { familyReasons, unreachableReasons } from "~/domain/referrals/states/reasons";
import { attemptWays } from "~/domain/referrals/states/attempt-rule";
import { Button } from "~/ui/button";
import { Details } from "~/ui/card";
import { FieldError } from "~/ui/form/field";
import { FormKey } from "~/ui/form/form-key";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import { OnReferral, type PartProps, referralPath } from "./decisions";

const outcomes = ["reached", "left_message", "no_answer"] as const;

/** After the yes: each try to reach the family, a pause, a date, and the two honest endings. */
export function ReachingOut({ view, detail, errors = {} }: PartProps) {
  const { t } = useTranslation("provider");
  const path = referralPath(view, detail);
  const { can } = detail;
  if (!can.attempt && !can.schedule && !can.hold && !can.familyNo) return null;
  return (
    <div className="sec">
      {can.attempt && (
        <Form method="post" action={path} className="inline-form" preventScrollReset>
          <FormKey />
          <input type="hidden" name="intent" value="attempt" />
          <h3 className="wide">{t("try.title", { name: detail.short })}</h3>
          <SelectField
            label={t("try.way")}
            name="way"
            defaultValue="call"
            options={attemptWays.map((way) => ({ value: way, label: t(`try.ways.${way}`) }))}
            data-key="c"
          />
          {outcomes.map((outcome) => (
            <Button key={outcome} small name="outcome" value={outcome}>
              {t(`try.outcomes.${outcome}`)}
            </Button>
          ))}
        </Form>
      )}
      <div className="row">
        {can.schedule && <WithDate {...{ view, detail, errors }} intent="schedule" name="on" />}
        {can.hold && <WithDate {...{ view, detail, errors }} intent="hold" name="resumeBy" />}
        {can.familyNo && (
          <WithReason
            {...{ view, detail, errors }}
            intent="family-no"
            codes={familyReasons.map(({ code }) => code)}
          />
        )}
        {can.unreachable && (
          <WithReason
            {...{ view, detail, errors }}
            intent="unreachable"
            codes={unreachableReasons.map(({ code }) => code)}
          />
        )}
      </div>
      {detail.missing && (
        <p className="meta">
          {t("unreachable.shut")} {detail.missing}
        </p>
      )}
    </div>
  );
}

function WithDate({
  view,
  detail,
  errors = {},
  intent,
  name,
}: PartProps & { intent: "schedule" | "hold"; name: string }) {
  const { t } = useTranslation("provider");
  return (
    <Details summary={t(`${intent}.summary`)} open={Boolean(errors[name])}>
      <Form
        method="post"
        action={referralPath(view, detail)}
        className="inline-form"
        noValidate
        preventScrollReset
      >
        <OnReferral detail={detail} />
        <TextField
          type="date"
          label={t(`${intent}.label`)}
          name={name}
          min={detail.today}
          defaultValue={detail.today}
          error={errors[name]?.[0]}
        />
        <Button small name="intent" value={intent}>
          {t(`${intent}.do`)}
        </Button>
      </Form>
    </Details>
  );
}

function WithReason({
  view,
  detail,
  errors = {},
  intent,
  codes,
}: PartProps & { intent: "family-no" | "unreachable"; codes: readonly string[] }) {
  const { t } = useTranslation(["provider", "status"]);
  return (
    <Details
      summary={t(`provider:${intent}.summary`, { name: detail.short })}
      open={Boolean(errors.reasonCode)}
    >
      <Form
        method="post"
        action={referralPath(view, detail)}
        className="inline-form"
        noValidate
        preventScrollReset
      >
        <OnReferral detail={detail} />
        {intent === "unreachable" && <p className="wide">{t("provider:unreachable.kind")}</p>}
        {errors.overrideReason && <FieldError id={`${intent}-error`}>{errors.overrideReason[0]}</FieldError>}
        <SelectField
          label={t("provider:reason")}
          id={`${intent}-reason`}
          name="reasonCode"
          error={errors.reasonCode?.[0]}
          empty={t("provider:choose")}
          options={codes.map((code) => ({ value: code, label: t(`status:reason.${code}`) }))}
        />
        <Button small name="intent" value={intent}>
          {t(`provider:${intent}.do`)}
        </Button>
      </Form>
    </Details>
  );
}
