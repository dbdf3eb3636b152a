import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { fallbackLanguage, isLanguage } from "./locales/languages";
import { startTranslator } from "./locales/start-translator";
import { tellPublicBase } from "./paths";
import { PageFactsProvider } from "./ui/page/page-facts";

declare global {
  interface Window {
    /** Words of this page's namespaces, from the file that stands before the scripts. */
    upstreamWords?: Record<string, object>;
  }
}

const { lang, dataset } = document.documentElement;
const { upstreamWords: words } = self;
const { publicBase = "" } = dataset;
tellPublicBase(() => publicBase);

function hydrate(known: Record<string, object>): void {
  const translator = startTranslator(isLanguage(lang) ? lang : fallbackLanguage, known);
  const facts = {
    shortcuts: dataset.shortcuts !== "off",
    formKey: dataset.formKey,
    person: dataset.person,
    publicBase: dataset.publicBase,
    mailStays: dataset.mailStays !== undefined,
    textSize: dataset.text === "large" ? "large" : "normal",
  } as const;
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageFactsProvider value={facts}>
          <I18nextProvider i18n={translator}>
            <RemixBrowser />
          </I18nextProvider>
        </PageFactsProvider>
      </StrictMode>,
    );
  });
}

// Without its words the page stays what the server drew: every form works, only more slowly.
if (words) hydrate(words);
