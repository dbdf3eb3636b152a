import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Kbd } from "../kbd";
import { BrandMark } from "./brand-mark";
import { PreferenceForm } from "./preference-form";
import { languageNames, languages } from "../../locales/languages";
import { useLanguage } from "../../locales/use-format";

export type NavItem = { href: string; label: string; count?: ReactNode; current?: boolean };
export type BarUser = { name: string; detail?: string };

/** The dark bar of the workspaces: brand, at most five places, other languages, who is signed in. */
export function AppBar({
  brand,
  home,
  label,
  nav,
  user,
  shortcuts,
  links,
}: {
  brand?: string;
  home: string;
  label: string;
  nav: readonly NavItem[];
  user?: BarUser;
  shortcuts?: boolean;
  links?: readonly { href: string; label: string }[];
}) {
  const { t } = useTranslation("common");
  return (
    <header className="bar on-dark">
      <a className="brand" href={home}>
        <BrandMark />
        <span>{brand ?? t("brand")}</span>
      </a>
      {nav.length > 0 && (
        <nav aria-label={label}>
          <ul>
            {nav.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? "page" : undefined}>
                  {item.label}
                  {item.count !== undefined && <span className="count">{item.count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="end">
        {links?.map((link) => (
          <a key={link.href} href={link.href}>
            {link.label}
          </a>
        ))}
        {shortcuts && (
          <a href="#shortcuts" data-key="?" className="for-keys">
            {t("shortcuts.name")} <Kbd decorative>?</Kbd>
          </a>
        )}
        <OtherLanguages />
        {user && <a href={pathTo("/account")}>{[user.name, user.detail].filter(Boolean).join(" · ")}</a>}
      </div>
    </header>
  );
}

function OtherLanguages() {
  const language = useLanguage();
  return languages
    .filter((other) => other !== language)
    .map((other) => (
      <PreferenceForm key={other} name="lang" value={other} lang={other}>
        {languageNames[other]}
      </PreferenceForm>
    ));
}
