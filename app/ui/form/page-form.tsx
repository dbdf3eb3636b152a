import { Form, type FormProps } from "@remix-run/react";
import { joinClasses } from "../join-classes";
import { FormKey } from "./form-key";

type PageFormProps = FormProps & {
  /** What Enter in a field does, where the buttons say the intent: an answer is never given to a form without one. */
  enter?: { name: string; value: string };
  /** Hidden values that travel with the form, its intent among them where every button means the same. */
  values?: Record<string, string | number>;
  stack?: boolean;
};

/**
 * A form that works without script. Its first child is a hidden submit button, so that Enter in a text field never
 * presses the first visible one ("Remove 1"); see stack.md section 5.
 */
export function PageForm({ enter, values = {}, stack, className, children, ...rest }: PageFormProps) {
  return (
    <Form {...rest} noValidate className={joinClasses(stack && "form-stack", className)}>
      <button type="submit" hidden tabIndex={-1} aria-hidden="true" name={enter?.name} value={enter?.value} />
      {rest.method === "post" && !("formKey" in values) && <FormKey />}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
