import type { DeskArgs } from "~/auth/desk.server";
import { isId } from "~/domain/kernel/ids";
import { readEnrollment } from "~/domain/engagement/index.server";
import { readReferral } from "~/domain/referrals/index.server";
import type { ReferralView } from "~/domain/referrals/reading/referral-views";
import { shortName } from "./describe-referral.server";
import type { Words } from "~/locales/words";
import type { DeskListings } from "./read-openings.server";
import type { InboxView, UndoView } from "./view";

const acts = [
  "accept",
  "waitlist",
  "decline",
  "ask",
  "remind",
  "undo",
  "undo-try",
  "undo-enrol",
  "attempt",
  "schedule",
  "hold",
  "family-no",
  "unreachable",
  "enrol",
  "session",
  "correct",
  "end",
  "keep-warm",
  "let-go",
  "keep-on",
  "keep",
  "connected",
];

/** Of a referral whose answers stay with their receiver: nobody else is told, and nobody looks on. */
const whenAnswersStay: Record<string, string> = {
  decline: "done.declineStays",
  unreachable: "done.closedStays",
  "let-go": "done.closedStays",
};

async function undoOf({ ctx }: DeskArgs, act: string, view: ReferralView, now: Date): Promise<UndoView> {
  const { id, version, undo } = view;
  if (act === "enrol") {
    const enrolled = await readEnrollment(ctx, { referralId: id });
    if (!enrolled?.undoUntil || enrolled.undoUntil < now) return null;
    return { id, intent: "undo-enrol", values: { enrollmentId: enrolled.id } };
  }
  if (!undo || undo.until < now) return null;
  if (undo.attemptId) return { id, intent: "undo-try", values: { attemptId: undo.attemptId } };
  return { id, intent: "undo", values: { version } };
}

/** What the last act did, said once, with Undo while it may be taken back. The URL holds an act and an id, no words. */
export async function describeBanner(
  args: DeskArgs,
  words: Words,
  openingsLeft: DeskListings["left"],
): Promise<InboxView["banner"]> {
  const { ctx, url } = args;
  const { t } = words;
  const act = url.searchParams.get("done");
  const id = url.searchParams.get("of");
  if (act === "openings") return { words: t("done.openings"), undo: null };
  if (act === "listings")
    return { words: t("due.confirmed", { count: Number(url.searchParams.get("count")) || 1 }), undo: null };
  if (!act || !acts.includes(act) || !isId(id)) return null;
  const view = await readReferral(ctx, { referralId: id });
  const name = shortName(words, view);
  const left = act === "accept" && !view.answersStay ? openingsLeft(view.service.id) : null;
  const said = (view.answersStay && whenAnswersStay[act]) || `done.${act}`;
  return {
    words: left === null ? t(said, { name }) : t("done.acceptOpenings", { name, count: left }),
    undo: await undoOf(args, act, view, words.now),
  };
}
