import type { DeskArgs } from "~/auth/desk.server";
import { isId } from "~/domain/kernel/ids";
import { readReferral } from "~/domain/referrals/index.server";
import { shortName } from "./describe-referral.server";
import type { Words } from "~/locales/words";
import type { DeskListings } from "./read-openings.server";
import type { InboxView } from "./view";

const acts = [
  "accept",
  "waitlist",
  "decline",
  "ask",
  "remind",
  "undo",
  "attempt",
  "schedule",
  "hold",
  "family-no",
  "unreachable",
  "enrol",
  "session",
  "end",
  "keep-warm",
  "let-go",
  "keep-on",
  "connected",
];

/** What the last act did, said once, with Undo while it may be taken back. The URL holds an act and an id, no words. */
export async function describeBanner(
  { ctx, url }: DeskArgs,
  words: Words,
  openingsLeft: DeskListings["left"],
): Promise<InboxView["banner"]> {
  const { t } = words;
  const act = url.searchParams.get("done");
  const id = url.searchParams.get("of");
  if (act === "openings") return { words: t("done.openings"), undo: null };
  if (act === "listings")
    return { words: t("due.confirmed", { count: Number(url.searchParams.get("count")) || 1 }), undo: null };
  if (!act || !acts.includes(act) || !isId(id)) return null;
  const view = await readReferral(ctx, { referralId: id });
  const name = shortName(words, view);
  const left = act === "accept" ? openingsLeft(view.service.id) : null;
  const mayUndo = view.undoUntil !== null && view.undoUntil > words.now && act !== "undo";
  return {
    words: left === null ? t(`done.${act}`, { name }) : t("done.acceptOpenings", { name, count: left }),
    undo: mayUndo ? { id: view.id, version: view.version } : null,
  };
}
