import { useTranslation } from "react-i18next";
import { ErrorSummary } from "~/ui/form/error-summary";

export type Refused = { errors: Record<string, string[]>; conflict: string | null } | undefined;

/** The messages of a refused form by field, in words. */
export function useRefusalWords(refused: Refused): Record<string, string[]> {
  const { t } = useTranslation("admin-directory");
  const say = (code: string) =>
    t(/^[a-z_]+$/.test(code) ? `errors.${code}` : "errors.other", { defaultValue: t("errors.other") });
  return Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([field, codes]) => [field, codes.map(say)]),
  );
}

/** What was refused, on top of the page. */
export function RefusalBox({ refused, words }: { refused: Refused; words: Record<string, string[]> }) {
  const { t } = useTranslation("admin-directory");
  if (!refused) return null;
  const title = refused.conflict
    ? t(`errors.${refused.conflict}`, { defaultValue: t("errors.other") })
    : t("common:form.problem", { count: Math.max(1, Object.keys(words).length) });
  return <ErrorSummary title={title} errors={words} />;
}
