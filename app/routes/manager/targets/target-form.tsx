import { useTranslation } from "react-i18next";
import { targetKinds, targetWays } from "~/domain/goals/judge-target";
import type { TargetRow } from "~/domain/goals/list-targets.server";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { useFormat, useLanguage } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { RadioGroup } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import { say } from "../measure-view";
import { valueWords } from "../value-words";

/** Which of the goal's measures the target is for. */
export function ChooseMeasure({ framework, specs }: { framework: string; specs: readonly MeasureSpec[] }) {
  const { t } = useTranslation("goals");
  const language = useLanguage();
  return (
    <Card>
      <form method="get" className="form-stack">
        <input type="hidden" name="framework" value={framework} />
        <SelectField
          name="measure"
          label={t("target.measure")}
          options={specs.map((spec) => ({ value: spec.id, label: say(spec.title, language) }))}
        />
        <div className="row">
          <Button variant="primary">{t("target.next")}</Button>
        </div>
      </form>
    </Card>
  );
}

type Baseline = { period: [string, string]; value: number; scale: number };
type Props = {
  framework: string;
  spec: MeasureSpec;
  open: TargetRow | null;
  /** Results that may be shown, and so may be a baseline. */
  baselines: readonly Baseline[];
  errors: Record<string, string[]>;
  typed: Record<string, string> | undefined;
  timeZone: string;
  back: string;
};

function keptOf(open: TargetRow | null): Record<string, string> {
  if (!open) return {};
  const fromStored = open.baselineNumerator !== null;
  const baseline = open.baselineFrom
    ? fromStored
      ? `${open.baselineFrom}..${open.baselineTo}`
      : "typed"
    : "none";
  const { kind, way, byDay, source } = open;
  const typedBase = {
    baselineFrom: open.baselineFrom ?? "",
    baselineTo: open.baselineTo ?? "",
    baselineValue: open.baselineValue === null ? "" : String(Math.round(open.baselineValue * 1e4) / 1e4),
  };
  return {
    ...{ kind, way, byDay, source, baseline, value: String(open.value) },
    ...(fromStored ? {} : typedBase),
  };
}

/** Kind, way, number, day, baseline and who decided it. */
export function TargetForm({ framework, spec, open, baselines, errors, typed, timeZone, back }: Props) {
  const { t } = useTranslation("goals");
  const kept = { ...keptOf(open), ...typed };
  const line = (name: string, more: object = {}) => (
    <TextField
      name={name}
      label={t(`target.field.${name}`)}
      defaultValue={kept[name] ?? ""}
      error={errors[name]?.[0]}
      autoComplete="off"
      {...more}
    />
  );
  const choices = (name: "kind" | "way", values: readonly string[]) => (
    <RadioGroup
      name={name}
      label={t(`target.field.${name}`)}
      error={errors[name]?.[0]}
      value={kept[name] ?? (name === "way" && spec.direction !== "context" ? spec.direction : undefined)}
      column
      choices={values.map((value) => ({ value, label: t(`target.choice.${value}`) }))}
    />
  );
  return (
    <Card>
      <PageForm
        method="post"
        stack
        values={{ intent: "set", framework, measure: spec.id, replaces: open?.id ?? "" }}
      >
        {choices("kind", targetKinds)}
        {choices("way", targetWays)}
        {line("value", { inputMode: "decimal", narrow: true, hint: t("target.valueHint") })}
        {line("byDay", { type: "date", narrow: true, hint: t("target.byDayHint") })}
        <BaselineFields {...{ baselines, kept, errors, timeZone }} />
        {line("source", { maxLength: 300, hint: t("target.sourceHint") })}
        <div className="row">
          <Button variant="primary">{t("target.save")}</Button>
          <a href={back}>{t("cancel")}</a>
        </div>
      </PageForm>
    </Card>
  );
}

type Fields = Pick<Props, "baselines" | "errors" | "timeZone"> & { kept: Record<string, string> };

/** A stored result, one from another source, or none. */
function BaselineFields({ baselines, kept, errors, timeZone }: Fields) {
  const { t } = useTranslation("goals");
  const format = useFormat(timeZone);
  const day = (at: string) => format.date(at, "year");
  const stored = baselines.map(({ period: [from, to], value, scale }) => ({
    value: `${from}..${to}`,
    label: t("target.baselineOf", {
      from: day(from),
      to: day(to),
      value: valueWords(value, scale, t, format),
    }),
  }));
  const typed = (name: "baselineFrom" | "baselineTo" | "baselineValue", more: object) => (
    <TextField
      name={name}
      label={t(`target.field.${name}`)}
      defaultValue={kept[name] ?? ""}
      error={errors[name]?.[0]}
      narrow
      {...more}
    />
  );
  return (
    <>
      <SelectField
        name="baseline"
        label={t("target.field.baseline")}
        hint={t("target.baselineHint")}
        error={errors["baseline"]?.[0]}
        defaultValue={kept["baseline"] ?? "none"}
        options={[
          { value: "none", label: t("target.baselineNone") },
          ...stored,
          { value: "typed", label: t("target.baselineTyped") },
        ]}
      />
      <fieldset>
        <legend className="lab">{t("target.typedLegend")}</legend>
        <div className="form-stack">
          {typed("baselineFrom", { type: "date" })}
          {typed("baselineTo", { type: "date" })}
          {typed("baselineValue", { inputMode: "decimal" })}
        </div>
      </fieldset>
    </>
  );
}
