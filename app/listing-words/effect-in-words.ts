import type { TFunction } from "i18next";
import {
  desiredOutcomes,
  fundingCodes,
  protectiveFactors,
} from "~/domain/directory/eligibility/eligibility-rules";

const known = { protectiveFactors, desiredOutcomes, fundingCodes } as const;

/** Codes of a program in words; what is no code of ours is shown as it was written. */
export function effectInWords(t: TFunction, list: keyof typeof known, codes: readonly string[]): string {
  const own: readonly string[] = known[list];
  return codes
    .map((code) => (own.includes(code) ? t(`provider-listings:answer.${list}.${code}`) : code))
    .join(", ");
}
