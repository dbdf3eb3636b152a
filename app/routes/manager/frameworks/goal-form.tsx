import { useTranslation } from "react-i18next";
import type { Goal } from "~/domain/goals/goal-framework";
import { Button } from "~/ui/button";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { useMeasureOptions } from "../measure-options";

const slots = ["first", "second", "third", "fourth"] as const;
type Slot = (typeof slots)[number] | "headline" | "balancing";
type Props = {
  /** Null: a new one. */
  goal: Goal | null;
  version: number;
  errors: Record<string, string[]>;
  typed: Record<string, string> | undefined;
  back: string;
};

/** A goal's words in both languages and its measures. Only of an own goal the promise itself is typed. */
export function GoalForm({ goal, version, errors, typed, back }: Props) {
  const { t } = useTranslation("goals");
  const options = useMeasureOptions();
  const isOwn = goal === null || goal.id.startsWith("own-");
  const measure = (name: Slot, kept: string) => (
    <SelectField
      key={name}
      name={name}
      label={t(`framework.slot.${name}`)}
      defaultValue={typed?.[name] ?? kept}
      options={options}
      error={errors[name]?.[0]}
      {...(name === "headline" ? {} : { empty: t("framework.noMeasure") })}
    />
  );
  const line = (name: "plainEn" | "plainEs", kept: string) => (
    <TextField
      name={name}
      label={t(`framework.${name}`)}
      defaultValue={typed?.[name] ?? kept}
      error={errors[name]?.[0]}
    />
  );
  const promise = (name: "statementEn" | "statementEs", kept: string) => (
    <TextareaField
      name={name}
      rows={2}
      label={t(`framework.${name}`)}
      defaultValue={typed?.[name] ?? kept}
      error={errors[name]?.[0]}
    />
  );
  return (
    <PageForm method="post" stack values={{ intent: "save", version }}>
      {isOwn && promise("statementEn", goal?.statement.en ?? "")}
      {isOwn && promise("statementEs", goal?.statement.es ?? "")}
      {line("plainEn", goal?.plain.en ?? "")}
      {line("plainEs", goal?.plain.es ?? "")}
      {measure("headline", goal?.headline ?? "REF-ENR60")}
      {slots.map((slot, i) => measure(slot, goal?.supporting[i] ?? ""))}
      {measure("balancing", goal?.balancing ?? "")}
      <p className="meta">{t("framework.newVersion")}</p>
      <div className="row">
        <Button variant="primary">{t("framework.saveGoal")}</Button>
        <a href={back}>{t("cancel")}</a>
      </div>
    </PageForm>
  );
}
