import type { LinksFunction } from "@remix-run/node";
import { Links, Outlet, Scripts, ScrollRestoration, useMatches } from "@remix-run/react";
import { useEffect, type ReactNode } from "react";
import type { i18n } from "i18next";
import { useTranslation } from "react-i18next";
import { languageDirections, type Namespace } from "./locales/languages";
import { useLanguage } from "./locales/use-format";
import stylesheet from "./tailwind.css?url";
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
  const { nonce, shortcuts, textSize } = usePageFacts();
  const handles = usePageHandles();
  const family = useFamilyPage();
  const { t } = useTranslation("common");
  return (
    <html
      lang={language}
      dir={languageDirections[language]}
      data-shortcuts={shortcuts ? undefined : "off"}
      data-text={textSize === "large" ? "large" : undefined}
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
        {handles.some((handle) => handle.hydrate) && <PageScripts handles={handles} nonce={nonce} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

function usePageHandles(): PageHandle[] {
  return useMatches().map((match) => (match.handle ?? {}) as PageHandle);
}

const wordsWritten = new Map<string, string>();

/** The words of some namespaces as JSON that may stand in a page; written once, since words do not change while it runs. */
function wordsOf(i18n: i18n, wanted: Namespace[]): string {
  const key = [i18n.language, ...wanted].join(" ");
  const known = wordsWritten.get(key);
  if (known !== undefined) return known;
  const words = Object.fromEntries(wanted.map((name) => [name, i18n.getResourceBundle(i18n.language, name)]));
  const written = JSON.stringify(words).replace(/</g, "\\u003c");
  wordsWritten.set(key, written);
  return written;
}

/** The framework's scripts and the words of this page's namespaces, and of no other. */
function PageScripts({ handles, nonce }: { handles: PageHandle[]; nonce?: string }) {
  const { i18n } = useTranslation();
  const wanted = [
    ...new Set<Namespace>(["common", "status", ...handles.flatMap((handle) => handle.i18n ?? [])]),
  ];
  const missing = wanted.some((namespace) => !i18n.hasResourceBundle(i18n.language, namespace));
  // A client-side move to a page with other words: load that page whole, with its words.
  useEffect(() => {
    if (missing) window.location.reload();
  }, [missing]);
  return (
    <>
      <script
        id="words"
        type="application/json"
        nonce={nonce}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: wordsOf(i18n, wanted) }}
      />
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}
