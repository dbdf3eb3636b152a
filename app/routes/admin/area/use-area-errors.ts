import { useTranslation } from "react-i18next";

type Refused = { errors: Record<string, string[]>; conflict: string | null };

/** What was refused and why, by field; a code may name what it speaks of behind a colon ("zip_unknown:00001"). */
export function useAreaErrors(answer: object | undefined) {
  const { t } = useTranslation("admin-areas");
  const refused = answer && "errors" in answer ? (answer as Refused) : null;
  const say = (told: string) => {
    const [, code = "other", what = ""] = /^([a-z_]+)(?::(.*))?$/s.exec(told) ?? [];
    return t(`errors.${code}`, { what, defaultValue: t("errors.other") });
  };
  const errors = Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([field, codes]) => [field, codes.map(say)]),
  );
  return { refused, errors };
}
