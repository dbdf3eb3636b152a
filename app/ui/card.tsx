import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { joinClasses } from "./join-classes";

/** A white box. `flush` leaves the padding to its parts (lists, tables). */
export function Card({
  as: Part = "section",
  flush,
  className,
  children,
  ...rest
}: {
  as?: "section" | "article" | "div" | "aside" | "figure";
  flush?: boolean;
  className?: string;
  children: ReactNode;
  id?: string;
  "aria-label"?: string;
  "aria-labelledby"?: string;
}) {
  return (
    <Part className={joinClasses("card", !flush && "card-body", className)} {...rest}>
      {children}
    </Part>
  );
}

/** Nothing here, why, and the next useful step. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="card empty">
      {icon && <Icon name={icon} size={24} className="text-muted" />}
      <h2>{title}</h2>
      {children && <div className="meta">{children}</div>}
      {action}
    </div>
  );
}

/** Words for screen readers only. */
export function VisuallyHidden({
  children,
  as: Part = "span",
}: {
  children: ReactNode;
  as?: "span" | "h1" | "h2" | "h3";
}) {
  return <Part className="vh">{children}</Part>;
}

/** Folded text in the browser's own details element. */
export function Details({
  summary,
  children,
  open,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details className="more" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
