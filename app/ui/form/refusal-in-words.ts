import type { TFunction } from "i18next";

type Refusal = { errors?: Record<string, readonly string[]>; conflict?: string | null } | undefined;

/** Why a row could not be changed (somebody was first, or the time is over), in the desk's own words. */
export function conflictInWords(t: TFunction, conflict: string | null | undefined): string | null {
  return conflict ? t(`conflict.${conflict}`, { defaultValue: t("conflict.other") }) : null;
}

/** What is said on top of a page whose form was refused; null when nothing was. */
export function refusalInWords(t: TFunction, refusal: Refusal): string | null {
  const some = Object.keys(refusal?.errors ?? {}).length > 0 ? t("error.title") : null;
  return conflictInWords(t, refusal?.conflict) ?? some;
}
