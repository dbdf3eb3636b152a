import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { joinClasses } from "../join-classes";
import { AppBar, type BarUser, type NavItem } from "./app-bar";
import { PressHeld } from "./press-held";
import { ShortcutBar, type Shortcut } from "./shortcut-bar";

export type StaffPageProps = {
  /** The heading. `quietTitle` keeps it for screen readers, where the screen itself says it. */
  title: string;
  quietTitle?: boolean;
  lede?: ReactNode;
  /** Buttons at the end of the heading line. */
  actions?: ReactNode;
  workspace: { home: string; label: string };
  nav: readonly NavItem[];
  user?: BarUser;
  brand?: string;
  links?: readonly { href: string; label: string }[];
  /** Where "Skip to ..." goes; the main part unless a page has a better place. */
  skip?: { href: string; label: string };
  /** A full-width line under the bar: the call, the listings to check. */
  strip?: ReactNode;
  crumbs?: ReactNode;
  /** Keys of this page; they work only on hydrated pages with useShortcuts(). */
  shortcuts?: readonly Shortcut[];
  width?: "wide" | "read" | "form";
  landscape?: boolean;
  children: ReactNode;
};

/** Frame of every workspace page: skip link, dark bar, strip, heading, main part, keys. */
export function StaffPage({
  title,
  quietTitle,
  lede,
  actions,
  workspace,
  nav,
  user,
  brand,
  links,
  skip,
  strip,
  crumbs,
  shortcuts,
  width = "wide",
  landscape,
  children,
}: StaffPageProps) {
  const { t } = useTranslation("common");
  return (
    <>
      <a className="skip" href={skip?.href ?? "#main"}>
        {skip?.label ?? t("skip")}
      </a>
      <AppBar
        brand={brand}
        home={workspace.home}
        label={workspace.label}
        nav={nav}
        user={user}
        links={links}
        shortcuts={Boolean(shortcuts)}
      />
      {strip}
      <main
        id="main"
        tabIndex={-1}
        className={joinClasses(
          "wrap",
          width === "read" && "wrap-read",
          width === "form" && "wrap-form",
          landscape && "print-wide",
        )}
      >
        {crumbs}
        {quietTitle ? (
          <h1 className="vh">{title}</h1>
        ) : (
          <div className="page-head">
            <div>
              <h1>{title}</h1>
              {lede && <p className="lede">{lede}</p>}
            </div>
            {actions && <div className="row no-print">{actions}</div>}
          </div>
        )}
        {children}
      </main>
      <PressHeld />
      {shortcuts && <ShortcutBar shortcuts={shortcuts} />}
    </>
  );
}
