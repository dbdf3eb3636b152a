import type { InputHTMLAttributes, ReactNode } from "react";
import { joinClasses } from "../join-classes";
import { describe, FieldError, type FieldWords } from "./field";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; lang?: string; shortcut?: string };

/** A group with a legend; `quietLegend` keeps the legend for screen readers only. */
export function Fieldset({
  id,
  legend,
  quietLegend,
  hint,
  error,
  className,
  children,
}: {
  id?: string;
  legend: ReactNode;
  quietLegend?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <fieldset
      id={id}
      tabIndex={id ? -1 : undefined}
      className={joinClasses(Boolean(error) && "field-bad", className)}
      aria-describedby={id && describe(id, hint, error)["aria-describedby"]}
    >
      <legend className={quietLegend ? "vh" : "lab"}>{legend}</legend>
      {hint && (
        <p className="hint" id={id && `${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </fieldset>
  );
}

type GroupProps = FieldWords & {
  name: string;
  choices: readonly Choice[];
  quietLegend?: boolean;
  column?: boolean;
  required?: boolean;
  className?: string;
};

/** Radios in a fieldset. Nothing is chosen unless `value` says so (consent never does). */
export function RadioGroup({
  name,
  label,
  hint,
  error,
  choices,
  value,
  quietLegend,
  column,
  required,
  className,
  children,
}: GroupProps & { value?: string; children?: ReactNode }) {
  return (
    <Fieldset id={name} legend={label} {...{ quietLegend, hint, error, className }}>
      <div className={joinClasses("opts", column && "opts-column")}>
        {choices.map((choice) => (
          <Opt
            key={choice.value}
            choice={choice}
            type="radio"
            name={name}
            defaultChecked={choice.value === value}
            required={required}
          />
        ))}
        {children}
      </div>
    </Fieldset>
  );
}

const many = 8;

/** Several checkboxes of one name; the form sends one value for each that is checked. */
export function CheckboxGroup({
  name,
  label,
  hint,
  error,
  choices,
  values = [],
  quietLegend,
  column,
  className,
}: GroupProps & { values?: readonly string[] }) {
  return (
    <Fieldset id={name} legend={label} {...{ quietLegend, hint, error, className }}>
      <div className={joinClasses("opts", column && "opts-column", choices.length > many && "opts-many")}>
        {choices.map((choice) => (
          <Opt
            key={choice.value}
            choice={choice}
            type="checkbox"
            name={name}
            defaultChecked={values.includes(choice.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** One checkbox with its words. */
export function Checkbox({
  label,
  hint,
  value = "on",
  ...rest
}: { label: ReactNode; hint?: ReactNode; value?: string; name: string } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "type"
>) {
  return <Opt choice={{ value, label, hint }} type="checkbox" {...rest} />;
}

function Opt({
  choice,
  ...rest
}: { choice: Choice; type: "radio" | "checkbox" } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="opt" lang={choice.lang}>
      <input {...rest} value={choice.value} data-key={choice.shortcut} />
      <span>
        {choice.label}
        {choice.hint && <span className="opt-hint">{choice.hint}</span>}
      </span>
    </label>
  );
}
