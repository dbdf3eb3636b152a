import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { familyAcceptsSchema } from "../states/act-on-referral.schema";
import { agreeToReferral } from "./agree-to-referral.server";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";

/** The family says yes on its own page: signed there, for exactly what the page showed. */
export async function familyAccepts(
  ctx: Ctx,
  input: z.input<typeof familyAcceptsSchema>,
): Promise<ActResult> {
  const { referralId, version, language, textVersion, wordsShown } = parseInput(familyAcceptsSchema, input);
  const row = await findReferral(ctx, "say_yes", referralId);
  if (row.status !== "awaiting_family_yes") throw new Conflict("already_answered");
  return agreeToReferral(ctx, row, {
    verb: "say_yes",
    version,
    consent: (dataClasses) => ({
      method: "e_sign",
      language,
      textVersion,
      wordsShown,
      dataClasses,
      throughInterpreter: false,
    }),
    postalCode: null,
    bestTimes: null,
  });
}
