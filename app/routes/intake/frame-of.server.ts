import type { DeskArgs } from "~/auth/desk.server";
import { can } from "~/domain/kernel/index.server";
import { countFollowUps } from "~/domain/referrals/index.server";
import type { Words } from "~/locales/words";
import { pathTo } from "~/paths";
import { deskWords } from "../desk-words.server";
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
    callPath: more.callPath ?? pathTo("/intake"),
  };
}

/** The desk's words. */
export const wordsOf = (args: DeskArgs): Promise<Words> => deskWords(args, "intake");
