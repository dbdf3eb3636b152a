import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

export type Tab = { href: string; label: ReactNode; count?: ReactNode; current?: boolean };

/** Stages of a list as links. */
export function Tabs({ label, tabs, end }: { label: string; tabs: readonly Tab[]; end?: ReactNode }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map(({ href, label: words, count, current }) => (
          <li key={href}>
            <Link to={href} aria-current={current ? "page" : undefined}>
              {words}
              {count !== undefined && <b>{count}</b>}
            </Link>
          </li>
        ))}
      </ul>
      {end && <span className="end">{end}</span>}
    </nav>
  );
}

export type Crumb = { href?: string; label: ReactNode };

/** Where this page stands; the last crumb is the page itself. */
export function Breadcrumbs({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumbs no-print" aria-label={label}>
      <ol>
        {crumbs.map(({ href, label: words }, index) => (
          <li key={index}>{href ? <a href={href}>{words}</a> : <span aria-current="page">{words}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
