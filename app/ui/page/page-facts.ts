import { createContext, useContext } from "react";
import type { Namespace } from "../../locales/languages";

export type TextSize = "normal" | "large";

/** What the document itself needs to know: the nonce of this response and the choices kept on this device. */
export type PageFacts = {
  nonce?: string;
  shortcuts: boolean;
  textSize: TextSize;
  /** Of this document alone: forms carry it (FormKey). */
  formKey?: string;
  /** Who is signed in, as a mark that says nothing: whose words a tab keeps (keep-words.js). */
  person?: string;
  /** What stands before the addresses of public pages here (app/paths.ts). */
  publicBase?: string;
  /** Mails are kept here and reach nobody: no page may say that one is on its way. */
  mailStays?: boolean;
  /** The address of the words that the page's script needs. */
  wordsPath?: (wanted: readonly Namespace[]) => string;
};

const PageFactsContext = createContext<PageFacts>({ shortcuts: true, textSize: "normal" });
export const PageFactsProvider = PageFactsContext.Provider;

export function usePageFacts(): PageFacts {
  return useContext(PageFactsContext);
}
