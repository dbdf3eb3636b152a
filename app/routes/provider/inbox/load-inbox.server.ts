import type { DeskArgs } from "~/auth/desk.server";
import { listInbox, readOwnPerformance, readReferral } from "~/domain/referrals/index.server";
import { type InboxStage, inboxStages, stageStatuses } from "~/domain/referrals/states/referral-status";
import type { Inbox, OwnPerformance, ReferralView } from "~/domain/referrals/reading/referral-views";
import type { Words } from "~/locales/words";
import { deskWords } from "../../desk-words.server";
import { providerFrame } from "../provider-frame.server";
import { describeBanner } from "./describe-banner.server";
import { describeReferral } from "./describe-referral.server";
import { groupRows } from "./describe-row.server";
import { enrollmentPart } from "./read-enrollment.server";
import { readDeskListings } from "./read-openings.server";
import { stageAsked } from "./stage-asked";
import type { DetailView, InboxView } from "./view";

/** The desk's words. */
export const wordsOf = (args: DeskArgs): Promise<Words> => deskWords(args, "provider");

function stageOf(url: URL, opened: ReferralView | null): InboxStage {
  const asked = stageAsked(url);
  if (asked) return asked;
  const found = opened && inboxStages.find((stage) => stageStatuses[stage].includes(opened.status));
  return found || "new";
}

function performanceOf({ t }: Words, { repliedOnTime, reached, started }: OwnPerformance) {
  const line = (label: string, { count, of }: { count: number; of: number }) => ({
    label: t(`performance.${label}`),
    words: t("performance.of", { count, of }),
  });
  const { of } = repliedOnTime;
  return {
    performance: [line("repliedOnTime", repliedOnTime), line("reached", reached), line("started", started)],
    performanceNote:
      of === 0 ? t("performance.none") : t("performance.small", { count: Math.max(1, Math.round(100 / of)) }),
  };
}

async function chosenReferral(args: DeskArgs, opened: ReferralView | null, inbox: Inbox, all: boolean) {
  const first = inbox.rows[0];
  return opened ?? (first && !all ? await readReferral(args.ctx, { referralId: first.id }) : null);
}

async function describeChosen({ ctx }: DeskArgs, words: Words, chosen: ReferralView): Promise<DetailView> {
  const { enrollment, mayEnrol } = await enrollmentPart(ctx, words, chosen);
  const described = describeReferral(words, chosen);
  const enrolled = enrollment?.canRecord && chosen.lane !== "closed";
  const next = enrolled ? words.t("next.enrolled", { name: described.short }) : described.next;
  return { ...described, enrollment, next, can: { ...described.can, enrol: mayEnrol } };
}

function around(inbox: Inbox, id: string | null) {
  const at = inbox.rows.findIndex((row) => row.id === id);
  return {
    nextId: inbox.rows[at + 1]?.id ?? null,
    previousId: at > 0 ? (inbox.rows[at - 1]?.id ?? null) : null,
  };
}

/** The inbox with one referral open: the one asked for, else the first due. A foreign id is not found. */
export async function loadInbox(args: DeskArgs, referralId: string | null): Promise<InboxView> {
  const { ctx, url } = args;
  const words = await wordsOf(args);
  const opened = referralId ? await readReferral(ctx, { referralId }) : null;
  const stage = stageOf(url, opened);
  const inbox = await listInbox(ctx, { stage });
  const all = url.searchParams.has("all");
  const chosen = await chosenReferral(args, opened, inbox, all);
  const doing = url.searchParams.get("do");
  const detail = chosen && (await describeChosen(args, words, chosen));
  const uses =
    detail?.can.accept && chosen && !chosen.answersStay
      ? { serviceId: chosen.service.id, name: detail.short }
      : null;
  const desk = await readDeskListings(ctx, words, uses);
  return {
    frame: await providerFrame(args, { newReferrals: inbox.counts.new, listingsDue: desk.strip?.count ?? 0 }),
    org: args.session.membership.organizationId ?? "",
    stage,
    tabs: inboxStages.map((each) => ({ stage: each, count: inbox.counts[each] })),
    groups: groupRows(words, stage, inbox.rows),
    detail,
    all,
    doing: doing === "waitlist" || doing === "ask" ? doing : null,
    openings: desk.openings,
    ...performanceOf(words, await readOwnPerformance(ctx)),
    strip: desk.strip,
    banner: await describeBanner(args, words, desk.left),
    ...around(inbox, chosen?.id ?? null),
  };
}
