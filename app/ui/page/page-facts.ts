import { createContext, useContext } from "react";

export type TextSize = "normal" | "large";

/** What the document itself needs to know: the nonce of this response and the choices kept on this device. */
export type PageFacts = { nonce?: string; shortcuts: boolean; textSize: TextSize };

const PageFactsContext = createContext<PageFacts>({ shortcuts: true, textSize: "normal" });
export const PageFactsProvider = PageFactsContext.Provider;

export function usePageFacts(): PageFacts {
  return useContext(PageFactsContext);
}
