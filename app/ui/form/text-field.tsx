import type { InputHTMLAttributes, TextareaHTMLAttributes } from "react";
import { joinClasses } from "../join-classes";
import { Field, type FieldWords } from "./field";

type Named = { name: string; narrow?: boolean; fieldClassName?: string };

export function Input({
  className,
  narrow,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { narrow?: boolean }) {
  return <input className={joinClasses("in", narrow && "narrow", className)} {...rest} />;
}

function Textarea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea className={joinClasses("in", className)} {...rest} />;
}

/** One line of text with its label, hint and error. */
export function TextField({
  label,
  hint,
  error,
  id,
  name,
  fieldClassName,
  ...rest
}: FieldWords & Named & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field {...{ label, hint, error, id, name }} className={fieldClassName}>
      {(control) => <Input {...rest} {...control} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextareaField({
  label,
  hint,
  error,
  id,
  name,
  fieldClassName,
  ...rest
}: FieldWords & Omit<Named, "narrow"> & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field {...{ label, hint, error, id, name }} className={fieldClassName}>
      {(control) => <Textarea {...rest} {...control} />}
    </Field>
  );
}
