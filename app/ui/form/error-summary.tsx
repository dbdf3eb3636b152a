import { useEffect, useRef, type ReactNode } from "react";

export type FieldErrors = Record<string, readonly string[] | undefined>;

/**
 * The box on top after a refused form: what happened, and a link to each field. It takes the focus, with or without script.
 * The page's action answers `{ errors }` with status 422, so that the title starts with "Error:".
 */
export function ErrorSummary({
  title,
  errors = {},
  children,
}: {
  title: ReactNode;
  errors?: FieldErrors;
  children?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [errors]);
  const lines = Object.entries(errors).flatMap(([field, messages]) =>
    (messages ?? []).map((message) => ({ field, message })),
  );
  return (
    <div ref={box} className="errors" role="alert" tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      {children}
      {lines.length > 0 && (
        <ul>
          {lines.map(({ field, message }) => (
            <li key={field + message}>
              <a href={`#${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
