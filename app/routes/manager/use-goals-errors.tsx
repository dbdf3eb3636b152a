import { useTranslation } from "react-i18next";
import { ErrorSummary } from "~/ui/form/error-summary";

export type Refused =
  | { errors: Record<string, string[]>; conflict: string | null; typed: Record<string, string> }
  | undefined;

const slots = ["first", "second", "third", "fourth"];

/** The name of the control that a field of the operation is typed into: "change.plain.en" is plainEn. */
function controlOf(field: string): string {
  const own = field.replace(/^change\./, "");
  if (own === "statement") return "statementEn";
  const [, at] = /^(?:supporting|measures)\.?(\d*)$/.exec(own) ?? [];
  if (at !== undefined) return slots[Number(at)] ?? "first";
  return own.replace(/\.(e)([ns])$/, (_, e: string, rest: string) => `${e.toUpperCase()}${rest}`);
}

/** The messages of a refused form by the control they belong to, in words. */
export function useGoalsErrors(refused: Refused): Record<string, string[]> {
  const { t } = useTranslation("goals");
  const say = (code: string) =>
    t(/^[a-z_]+$/.test(code) ? `errors.${code}` : "errors.other", { defaultValue: t("errors.other") });
  return Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([field, codes]) => [controlOf(field), codes.map(say)]),
  );
}

/** What was refused, on top of the page. */
export function GoalsRefusal({ refused }: { refused: Refused }) {
  const { t } = useTranslation("goals");
  const errors = useGoalsErrors(refused);
  if (!refused) return null;
  const title = refused.conflict
    ? t(`errors.${refused.conflict}`, { defaultValue: t("errors.other") })
    : t("common:form.problem", { count: Math.max(1, Object.keys(errors).length) });
  return <ErrorSummary title={title} errors={errors} />;
}
