import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { fallbackLanguage, isLanguage } from "./locales/languages";
import { startTranslator } from "./locales/start-translator";
import { PageFactsProvider } from "./ui/page/page-facts";

const { lang, dataset } = document.documentElement;
const words: Record<string, object> = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
const translator = startTranslator(isLanguage(lang) ? lang : fallbackLanguage, words);
const facts = {
  shortcuts: dataset.shortcuts !== "off",
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
