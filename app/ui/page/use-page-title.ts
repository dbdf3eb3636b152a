import { useMatches, useRouteError } from "@remix-run/react";
import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { UNSAFE_DataRouterStateContext as PageState } from "react-router-dom";
import { errorStatus } from "./error-status";
import type { PageHandle } from "./page-handle";
import { useFamilyPage } from "./use-family-page";

/** The deepest route's title, the product's name, and "Error:" in front when the form just sent was refused. */
export function usePageTitle(handles: PageHandle[]): string {
  const { t } = useTranslation("common");
  const matches = useMatches();
  const failure = useRouteError();
  const answers = Object.values(useContext(PageState)?.actionData ?? {});
  const brand = useFamilyPage() ? t("brandFamily") : t("brand");
  const depth = handles.findLastIndex((handle) => handle.title);
  const data = matches[depth]?.data;
  const own = failure ? t(`errors.${errorStatus(failure)}.title`) : handles[depth]?.title?.(t, data as never);
  const words = own ? t("title.page", { page: own, brand }) : brand;
  return answers.some(wasRefused) ? t("title.error", { title: words }) : words;
}

function wasRefused(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "errors" in answer && Boolean(answer.errors);
}
