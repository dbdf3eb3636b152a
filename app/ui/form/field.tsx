import type { ReactNode } from "react";
import { Icon } from "../icon";
import { joinClasses } from "../join-classes";

export type FieldWords = { label: ReactNode; hint?: ReactNode; error?: ReactNode };
export type ControlProps = { id: string; name: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** Label, hint and error around one control; the control is linked to both by aria-describedby. */
export function Field({
  id,
  name,
  label,
  hint,
  error,
  className,
  children,
}: FieldWords & {
  name: string;
  id?: string;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}) {
  const own = id ?? name;
  return (
    <div className={joinClasses(Boolean(error) && "field-bad", className)}>
      <label className="lab" htmlFor={own}>
        {label}
      </label>
      {hint && (
        <p className="hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${own}-error`}>{error}</FieldError>}
      {children({ id: own, name, ...describe(own, hint, error) })}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="warn" size={14} />
      <span>{children}</span>
    </p>
  );
}

export function describe(
  id: string,
  hint: ReactNode,
  error: ReactNode,
): Pick<ControlProps, "aria-describedby" | "aria-invalid"> {
  const ids = joinClasses(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return { ...(ids && { "aria-describedby": ids }), ...(error ? { "aria-invalid": true as const } : {}) };
}
