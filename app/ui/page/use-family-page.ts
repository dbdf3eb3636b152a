import { useLocation, useMatches } from "@remix-run/react";
import { isLanguage } from "../../locales/languages";
import type { PageHandle } from "./page-handle";

/** Whether the page is for families: its route says so, or (for a page that does not exist) its path starts with a language. */
export function useFamilyPage(): boolean {
  const { pathname } = useLocation();
  const matches = useMatches();
  return (
    matches.some((match) => (match.handle as PageHandle | undefined)?.family) ||
    isLanguage(pathname.split("/")[1])
  );
}
