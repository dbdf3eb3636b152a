import type { SelectHTMLAttributes } from "react";
import { joinClasses } from "../join-classes";
import { Field, type FieldWords } from "./field";

export type Option = { value: string; label: string; disabled?: boolean };
type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  options: readonly Option[];
  empty?: string;
  narrow?: boolean;
};

/** The browser's own select. `empty` is the words of the choice that chooses nothing. */
function Select({ options, empty, narrow, className, ...rest }: SelectProps) {
  return (
    <select className={joinClasses("in", narrow && "narrow", className)} {...rest}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
  );
}

export function SelectField({
  label,
  hint,
  error,
  id,
  name,
  fieldClassName,
  ...rest
}: FieldWords & SelectProps & { name: string; fieldClassName?: string }) {
  return (
    <Field {...{ label, hint, error, id, name }} className={fieldClassName}>
      {(control) => <Select {...rest} {...control} />}
    </Field>
  );
}
