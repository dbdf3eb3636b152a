import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Checkbox, CheckboxGroup, RadioGroup } from "~/ui/form/choices";
import { ErrorSummary } from "~/ui/form/error-summary";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import { useLineCut } from "~/ui/stay-when-cut";
import { Note } from "~/ui/tag";
import { NameAndPhone } from "./name-and-phone";
import { BackToResults } from "./text-panel";
import type { CallView, OutreachView } from "./view";
import { WhyAgain } from "./why-again";

type Props = {
  call: CallView;
  outreach: OutreachView;
  errors: Record<string, string[]>;
  refused: string | null;
};

/** The outreach minimum and nothing else: name, safe contact, language, children's ages, needs, and what allows it. */
export function OutreachPanel({ call, outreach, errors, refused }: Props) {
  const { t } = useTranslation(["intake", "common"]);
  const cut = useLineCut();
  const failed = refused ?? (Object.keys(errors).length > 0 ? t("refer.notSent") : null);
  const { at, program } = outreach;
  return (
    <section className="card panel" aria-labelledby="panel-title">
      <header className="panel-head">
        <h2 id="panel-title">{t("outreach.title")}</h2>
        <p className="meta">{t("outreach.lede")}</p>
      </header>
      <Form
        method="post"
        action={`${pathTo("/intake/calls/:id/outreach", { id: call.id })}?at=${at}&program=${program.slug}`}
        noValidate
        preventScrollReset
        id="outreach"
      >
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" name="intent" value="reach-out" />
        <input type="hidden" name="formKey" value={outreach.formKey} />
        <div className="panel-body">
          {failed && (
            <ErrorSummary title={failed} errors={errors}>
              <p>{t("refer.kept")}</p>
            </ErrorSummary>
          )}
          {call.caller === "family" && <Note tone="warn">{t("outreach.familyCalls")}</Note>}
          <p>
            <span className="lab">{t("outreach.program")}</span>
            {program.name} <span className="meta">{program.organization}</span>
          </p>
          <OutreachFields outreach={outreach} errors={errors} focus={!failed} />
          <WhyAgain errors={errors} />
          {outreach.stale && (
            <div className={errors.calledAhead && "field-bad"}>
              <Note tone="warn">{t("refer.stale")}</Note>
              {errors.calledAhead && <p className="field-error">{errors.calledAhead[0]}</p>}
              <Checkbox id="calledAhead" name="calledAhead" label={t("refer.calledAhead")} />
            </div>
          )}
        </div>
        <div className="panel-send">
          <div className="row">
            <Button variant="primary" name="intent" value="reach-out" shortcut="ctrl+enter">
              {cut ? t("common:words.notSent") : t("outreach.send")}
            </Button>
            <BackToResults callId={call.id} at={at} />
          </div>
          <p>{t("outreach.never")}</p>
        </div>
      </Form>
    </section>
  );
}

/** In the order of the keys: six tabs from the name to what allows it. */
function OutreachFields({
  outreach,
  errors,
  focus,
}: {
  outreach: OutreachView;
  errors: Record<string, string[]>;
  focus: boolean;
}) {
  const { t } = useTranslation("intake");
  const { draft } = outreach;
  return (
    <>
      <NameAndPhone of="outreach" {...{ draft, errors, focus }} />
      <RadioGroup
        name="way"
        label={t("outreach.way")}
        value={draft.way}
        error={errors.way?.[0]}
        choices={(["call", "text"] as const).map((way) => ({
          value: way,
          label: t(`outreach.ways.${way}`),
        }))}
      />
      <div className="two">
        <SelectField
          label={t("outreach.language")}
          name="language"
          defaultValue={outreach.language}
          error={errors.language?.[0]}
          options={outreach.languages}
        />
        <TextField
          label={t("outreach.ages")}
          hint={t("outreach.agesHint")}
          name="ages"
          defaultValue={outreach.ages}
          error={errors.ages?.[0]}
          maxLength={200}
          autoComplete="off"
        />
      </div>
      <SelectField
        label={t("outreach.needs")}
        name="need"
        defaultValue={outreach.need}
        options={outreach.needs}
      />
      {outreach.bases.length === 0 ? (
        <Note tone="warn">{t("outreach.noBasis")}</Note>
      ) : (
        <RadioGroup
          name="basisKey"
          label={t("outreach.basis")}
          error={errors.basisKey?.[0]}
          column
          choices={outreach.bases}
        />
      )}
      {outreach.also.length > 0 && (
        <CheckboxGroup name="also" label={t("outreach.also")} choices={outreach.also} />
      )}
    </>
  );
}
