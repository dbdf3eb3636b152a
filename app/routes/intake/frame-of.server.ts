import type { DeskArgs } from "~/auth/desk.server";
import { can } from "~/domain/kernel/index.server";
import { countFollowUps } from "~/domain/referrals/index.server";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { type DeskWords, deskWords } from "./find/desk-words.server";
import { withNeedNames } from "../listing-card/need-names.server";
import type { IntakeFrame } from "./intake-page";

/** The bar's facts; a page that has the follow-ups gives their number, for the others they are counted. */
export async function frameOf(
  { ctx, session }: DeskArgs,
  more: { callPath?: string; followUps?: number } = {},
): Promise<IntakeFrame> {
  const { membership, name } = session;
  return {
    brand: membership.jurisdictionTitle,
    user: { name, detail: membership.teamName ?? undefined },
    followUps: more.followUps ?? (await countFollowUps(ctx)),
    supervises: can(ctx, "reassign", "ServiceReferral"),
    callPath: more.callPath ?? "/intake",
  };
}

/** The desk's words, with needs as the jurisdiction calls them. */
export async function wordsOf({ ctx, request, session }: DeskArgs): Promise<DeskWords> {
  const { timeZone, codeListsVersion } = session.membership;
  const words = deskWords(languageOfRequest(request), timeZone);
  return { ...words, t: await withNeedNames(ctx, words.language, words.t, codeListsVersion) };
}
