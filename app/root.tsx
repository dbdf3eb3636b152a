import type { LinksFunction } from "@remix-run/node";
import { Links, Outlet, Scripts, ScrollRestoration, useMatches } from "@remix-run/react";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languageDirections, type Namespace } from "./locales/languages";
import { useLanguage } from "./locales/use-format";
import stylesheet from "./tailwind.css?url";
import keepWords from "./ui/page/keep-words.js?url";
import { usePageFacts } from "./ui/page/page-facts";
import type { PageHandle } from "./ui/page/page-handle";
import { useFamilyPage } from "./ui/page/use-family-page";
import { usePageTitle } from "./ui/page/use-page-title";

export { RootErrorPage as ErrorBoundary } from "./ui/page/root-error-page";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** The document of every page. Scripts go only to routes that ask for them with `handle.hydrate`. */
export function Layout({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const { shortcuts, textSize, formKey, person, publicBase, mailStays } = usePageFacts();
  const handles = usePageHandles();
  const family = useFamilyPage();
  const { t } = useTranslation("common");
  const hydrated = handles.some((handle) => handle.hydrate);
  return (
    <html
      lang={language}
      dir={languageDirections[language]}
      data-shortcuts={shortcuts ? undefined : "off"}
      data-text={textSize === "large" ? "large" : undefined}
      data-person={family ? undefined : person}
      data-form-key={hydrated ? formKey : undefined}
      data-public-base={hydrated && publicBase ? publicBase : undefined}
      data-mail-stays={hydrated && mailStays ? "" : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        {handles.some((handle) => handle.robots) && <meta name="robots" content="noindex" />}
        {handles.some((handle) => handle.family) && (
          <meta name="description" content={t("descriptionFamily")} />
        )}
        <title>{usePageTitle(handles)}</title>
        <Links />
      </head>
      <body className={family ? "family" : "staff"}>
        {children}
        {!family && <KeepWords />}
        {hydrated && <PageScripts handles={handles} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** What is typed on a staff page is not lost with the line or the session. */
function KeepWords() {
  const { nonce } = usePageFacts();
  const { t } = useTranslation("common");
  return (
    <script
      src={keepWords}
      defer
      nonce={nonce}
      suppressHydrationWarning
      data-not-sent={t("words.notSent")}
      data-back={t("words.back")}
      data-clear={t("words.clear")}
    />
  );
}

function usePageHandles(): PageHandle[] {
  return useMatches().map((match) => (match.handle ?? {}) as PageHandle);
}

/** The framework's scripts and the words of this page's namespaces, and of no other. */
function PageScripts({ handles }: { handles: PageHandle[] }) {
  const { i18n } = useTranslation();
  const { nonce, wordsPath } = usePageFacts();
  const wanted = [
    ...new Set<Namespace>(["common", "status", ...handles.flatMap((handle) => handle.i18n ?? [])]),
  ];
  const missing = wanted.some((namespace) => !i18n.hasResourceBundle(i18n.language, namespace));
  // Only now may another script touch what was drawn.
  useEffect(() => {
    document.documentElement.dataset["live"] = "";
  }, []);
  // A client-side move to a page with other words: load that page whole, with its words.
  useEffect(() => {
    if (missing) window.location.reload();
  }, [missing]);
  return (
    <>
      <script src={wordsPath?.(wanted)} nonce={nonce} suppressHydrationWarning />
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}
