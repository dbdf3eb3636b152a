import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { familyAcceptsSchema } from "../states/act-on-referral.schema";
import { agreeToReferral } from "./agree-to-referral.server";
import { readSettings } from "../../organizations/index.server";
import { agreedTo } from "./consent-as-read";
import { consentTextOf } from "./consent-words";
import { findReferral } from "../reading/find-referral.server";
import type { ActResult } from "../reading/referral-views";

/** The family says yes on its own page: signed there, to exactly the words that the page showed. Invalid when they changed. */
export async function familyAccepts(
  ctx: Ctx,
  input: z.input<typeof familyAcceptsSchema>,
): Promise<ActResult> {
  const { referralId, version, language, wordsShown } = parseInput(familyAcceptsSchema, input);
  const row = await findReferral(ctx, "say_yes", referralId);
  if (row.status !== "awaiting_family_yes") throw new Conflict("already_answered");
  const { name: organization } = await ctx.tx.organization.findUniqueOrThrow({
    where: { id: row.receivingOrganizationId },
    select: { name: true },
  });
  const text = consentTextOf((await readSettings(ctx)).settings);
  return agreeToReferral(ctx, row, {
    verb: "say_yes",
    version,
    method: "e_sign",
    consent: (family) => agreedTo({ by: "page", text, language, family, organization }, wordsShown),
    postalCode: null,
  });
}
