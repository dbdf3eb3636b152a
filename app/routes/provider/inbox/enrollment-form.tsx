import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { FormKey } from "~/ui/form/form-key";
import { type PartProps, referralPath } from "./decisions";

type Props = Pick<PartProps, "view" | "detail"> & {
  /** The enrolment, and what else the act is about. */
  about: { enrollmentId: string; version?: number; supersedesId?: string };
  children: ReactNode;
};

/** A form about one enrolment of the referral that is open. */
export function EnrollmentForm({ view, detail, about, children }: Props) {
  return (
    <Form
      method="post"
      action={referralPath(view, detail)}
      className="inline-form"
      noValidate
      preventScrollReset
    >
      <FormKey />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
