import { listProgramFunding } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import type { Language } from "~/locales/languages";
import { translate } from "~/locales/translator.server";
import { effectInWords } from "~/listing-words/effect-in-words";

/** Programs with who pays for them and what they work on, in words. */
export async function readFunding(ctx: Ctx, language: Language, asked: { page?: number; size?: number }) {
  const t = translate(language, "manager");
  const { rows, total } = await listProgramFunding(ctx, asked);
  const rating = (code: string | null) =>
    code && t(`provider-listings:answer.evidenceRating.${code}`, { defaultValue: code });
  return {
    total,
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      organization: row.organizationName,
      funding: effectInWords(t, "fundingCodes", row.funding),
      evidence: rating(row.evidenceRating) ?? "",
      strengthens: effectInWords(t, "protectiveFactors", row.protectiveFactors),
      better: effectInWords(t, "desiredOutcomes", row.desiredOutcomes),
    })),
  };
}
