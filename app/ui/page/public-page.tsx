import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "@remix-run/react";
import { pathTo, publicBase } from "~/paths";
import { languageNames, languages, pathInLanguage } from "../../locales/languages";
import { useLanguage } from "../../locales/use-format";
import { Icon } from "../icon";
import { BrandMark } from "./brand-mark";
import { QuickExit } from "./quick-exit";

export type PublicPageProps = {
  title: string;
  lede?: ReactNode;
  brand?: string;
  skip?: { href: string; label: string };
  /** Cards in the 300 px column (under the main part on phones), with the name of that part. */
  side?: { label: string; content: ReactNode };
  children: ReactNode;
};

/** Frame of every page for families: other language, quick exit, emergency line, main part, help. No script is needed. */
export function PublicPage({ title, lede, brand, skip, side, children }: PublicPageProps) {
  const { t } = useTranslation("common");
  return (
    <div className="family">
      <a className="skip" href={skip?.href ?? "#main"}>
        {skip?.label ?? t("skip")}
      </a>
      <PublicHeader brand={brand} />
      <div className={side ? "wrap-family with-side" : "wrap-family"}>
        <main id="main" tabIndex={-1}>
          <h1>{title}</h1>
          {lede && <p className="lede">{lede}</p>}
          {children}
        </main>
        {side && <aside aria-label={side.label}>{side.content}</aside>}
      </div>
      <PublicFooter />
    </div>
  );
}

/** Brand, the same page in the other languages, quick exit; then the emergency line. */
function PublicHeader({ brand }: { brand?: string }) {
  const { t } = useTranslation("common");
  const language = useLanguage();
  const { pathname, search } = useLocation();
  return (
    <>
      <header className="bar bar-family on-dark">
        <a className="brand" href={pathTo("/:lang", { lang: language })}>
          <BrandMark />
          <span>{brand ?? t("brandFamily")}</span>
        </a>
        <div className="end">
          {languages
            .filter((other) => other !== language)
            .map((other) => (
              <a
                key={other}
                href={publicBase() + pathInLanguage(pathname, other) + search}
                lang={other}
                hrefLang={other}
              >
                <Icon name="globe" size={17} />
                {languageNames[other]}
              </a>
            ))}
          <QuickExit />
        </div>
      </header>
      <section className="safe" aria-label={t("emergency.label")}>
        {t("emergency.ask")} <a href="tel:911">{t("emergency.call")}</a>.
      </section>
    </>
  );
}

function PublicFooter() {
  const { t } = useTranslation("common");
  const lang = useLanguage();
  const places = [
    [pathTo("/:lang/help/:topic", { lang, topic: "finding-help" }), "footer.help"],
    [pathTo("/:lang/privacy", { lang }), "footer.privacy"],
    [pathTo("/:lang/help/:topic", { lang, topic: "safety" }), "footer.safety"],
    [pathTo("/:lang/accessibility", { lang }), "footer.accessibility"],
  ] as const;
  return (
    <footer className="foot-family">
      <ul>
        {places.map(([path, key]) => (
          <li key={path}>
            <a href={path}>{t(key)}</a>
          </li>
        ))}
      </ul>
      <p id="exit-note">{t("exit.note")}</p>
    </footer>
  );
}
