import type { TFunction } from "i18next";

/** Refusals by field as sentences that name the field; a code without words reads as "look at this again". */
export function errorsInWords(
  t: TFunction<"share">,
  codes: Record<string, readonly string[]>,
  labelOf: (field: string) => string,
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(codes).map(([field, list]) => [
      field,
      list.map((code) => t(`errors.${code}`, { field: labelOf(field), defaultValue: t("errors.other") })),
    ]),
  );
}

type Refusal = { errors: Record<string, string[]>; conflict: string | null } | null;

/** The codes of a refusal by field; "" has what concerns the whole form. */
export const refusalCodes = (refused: Refusal): Record<string, string[]> =>
  refused?.conflict ? { "": [refused.conflict] } : (refused?.errors ?? {});
