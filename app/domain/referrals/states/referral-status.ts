/**
 * The state machine of domain.md 2.2, as data: statuses, who owes the next act, and every edge with who may take it.
 * Pages, operations and tests read this table; nothing else decides.
 */
export const referralStatuses = [
  "draft",
  "awaiting_family_yes",
  "sent",
  "needs_information",
  "accepted",
  "waitlisted",
  "contacting",
  "scheduled",
  "on_hold",
  "connected",
  "declined_by_provider",
  "declined_by_family",
  "unreachable",
  "withdrawn",
  "expired",
  "entered_in_error",
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

export type Lane = "to_send" | "waiting_on_provider" | "waiting_on_family" | "under_way" | "closed";

export type NextActOwner = "sender" | "outreach" | "provider";
/** What the owner is asked to do; a key of the `status` locale. */
export type NextAct =
  | "send"
  | "ask_family"
  | "answer"
  | "answer_question"
  | "first_attempt"
  | "confirm_waitlist"
  | "reach_family"
  | "first_session"
  | "resume"
  | "reroute"
  | "review_unreachable";
/** Which clock of domain.md 2.4 runs; "pause" has a resume-by instead of a due time. */
export type ReferralClock =
  | "none"
  | "outreach"
  | "answer"
  | "needs_information"
  | "first_attempt"
  | "keep_warm"
  | "first_session"
  | "pause";

export type StatusFacts = {
  lane: Lane;
  open: boolean;
  owner: NextActOwner | null;
  act: NextAct | null;
  clock: ReferralClock;
};

const open = (lane: Lane, owner: NextActOwner, act: NextAct, clock: ReferralClock): StatusFacts => ({
  lane,
  open: true,
  owner,
  act,
  clock,
});
const closed = (owner: NextActOwner | null = null, act: NextAct | null = null): StatusFacts => ({
  lane: "closed",
  open: false,
  owner,
  act,
  clock: "none",
});

export const statusFacts: Record<ReferralStatus, StatusFacts> = {
  draft: open("to_send", "sender", "send", "outreach"),
  awaiting_family_yes: open("waiting_on_family", "outreach", "ask_family", "outreach"),
  sent: open("waiting_on_provider", "provider", "answer", "answer"),
  needs_information: open("to_send", "sender", "answer_question", "needs_information"),
  accepted: open("under_way", "provider", "first_attempt", "first_attempt"),
  waitlisted: open("waiting_on_provider", "provider", "confirm_waitlist", "keep_warm"),
  contacting: open("under_way", "provider", "reach_family", "first_session"),
  scheduled: open("under_way", "provider", "first_session", "first_session"),
  on_hold: open("waiting_on_family", "provider", "resume", "pause"),
  connected: closed(),
  declined_by_provider: closed("sender", "reroute"),
  declined_by_family: closed(),
  unreachable: closed("sender", "review_unreachable"),
  withdrawn: closed(),
  expired: closed("sender", "reroute"),
  entered_in_error: closed(),
};

/** On whose behalf an edge is taken. A supervisor may also take every sender edge of the team. */
export type Party = "sender" | "outreach" | "supervisor" | "provider" | "family" | "system";

export type ReferralEventName =
  | "referral.drafted"
  | "referral.outreach_started"
  | "referral.sent"
  | "referral.family_agreed"
  | "referral.question_answered"
  | "referral.question_asked"
  | "referral.accepted"
  | "referral.waitlisted"
  | "referral.contacting"
  | "referral.scheduled"
  | "referral.missed"
  | "referral.on_hold"
  | "referral.resumed"
  | "referral.connected"
  | "referral.declined"
  | "referral.family_declined"
  | "referral.unreachable"
  | "referral.withdrawn"
  | "referral.expired"
  | "referral.entered_in_error";

export type Edge = {
  from: ReferralStatus | null;
  to: ReferralStatus;
  event: ReferralEventName;
  by: readonly Party[];
};

const sender: readonly Party[] = ["sender", "outreach", "supervisor"];
const provider: readonly Party[] = ["provider"];
const ownWord: readonly Party[] = ["provider", "family", ...sender];
/** After `accepted` the provider confirms a withdrawal, a supervisor forces it, or the family takes its yes back. */
const lateWithdrawal: readonly Party[] = ["provider", "supervisor", "family", "system"];
const earlyWithdrawal: readonly Party[] = [...sender, "family", "system"];

const edge = (
  from: ReferralStatus | null,
  to: ReferralStatus,
  event: ReferralEventName,
  by: readonly Party[],
): Edge => ({ from, to, event, by });

const answers = (from: ReferralStatus): Edge[] => [
  edge(from, "accepted", "referral.accepted", provider),
  edge(from, "declined_by_provider", "referral.declined", provider),
];
const withdrawals = (from: ReferralStatus[], by: readonly Party[]): Edge[] =>
  from.map((status) => edge(status, "withdrawn", "referral.withdrawn", by));

/** Every edge there is. */
export const edges: readonly Edge[] = [
  edge(null, "draft", "referral.drafted", [...sender, "family"]),
  edge(null, "sent", "referral.sent", [...sender, "family"]),
  edge(null, "awaiting_family_yes", "referral.outreach_started", sender),
  edge("draft", "sent", "referral.sent", [...sender, "family"]),
  edge("draft", "awaiting_family_yes", "referral.outreach_started", sender),
  edge("awaiting_family_yes", "sent", "referral.family_agreed", [...sender, "family"]),
  edge("awaiting_family_yes", "declined_by_family", "referral.family_declined", [...sender, "family"]),
  edge("awaiting_family_yes", "unreachable", "referral.unreachable", sender),
  ...answers("sent"),
  edge("sent", "waitlisted", "referral.waitlisted", provider),
  edge("sent", "needs_information", "referral.question_asked", provider),
  edge("sent", "expired", "referral.expired", ["system"]),
  edge("needs_information", "sent", "referral.question_answered", sender),
  edge("needs_information", "declined_by_provider", "referral.declined", provider),
  edge("accepted", "contacting", "referral.contacting", provider),
  edge("accepted", "scheduled", "referral.scheduled", ["provider", "family"]),
  edge("accepted", "connected", "referral.connected", ["system"]),
  edge("accepted", "waitlisted", "referral.waitlisted", provider),
  edge("accepted", "declined_by_provider", "referral.declined", provider),
  edge("contacting", "scheduled", "referral.scheduled", ["provider", "family"]),
  edge("contacting", "connected", "referral.connected", ["system"]),
  edge("contacting", "on_hold", "referral.on_hold", ["provider", "family"]),
  edge("contacting", "declined_by_family", "referral.family_declined", ownWord),
  edge("contacting", "unreachable", "referral.unreachable", provider),
  edge("scheduled", "connected", "referral.connected", ["system"]),
  edge("scheduled", "scheduled", "referral.scheduled", ["provider", "family"]),
  edge("scheduled", "contacting", "referral.missed", provider),
  edge("scheduled", "declined_by_family", "referral.family_declined", ownWord),
  edge("scheduled", "on_hold", "referral.on_hold", ["provider", "family"]),
  ...answers("waitlisted"),
  edge("waitlisted", "scheduled", "referral.scheduled", ["provider", "family"]),
  edge("waitlisted", "declined_by_family", "referral.family_declined", ownWord),
  edge("waitlisted", "expired", "referral.expired", ["system"]),
  edge("on_hold", "contacting", "referral.resumed", ["provider", "family"]),
  edge("on_hold", "declined_by_family", "referral.family_declined", ownWord),
  ...withdrawals(["awaiting_family_yes", "sent", "needs_information", "waitlisted"], earlyWithdrawal),
  ...withdrawals(["accepted", "contacting", "scheduled", "on_hold"], lateWithdrawal),
  ...referralStatuses
    .filter((status) => status !== "entered_in_error")
    .map((status) => edge(status, "entered_in_error", "referral.entered_in_error", sender)),
];

/** A provider's answer that may be taken back for ten minutes; the undo is an event of its own, never a deletion. */
export const undoable: readonly ReferralStatus[] = [
  "accepted",
  "waitlisted",
  "declined_by_provider",
  "needs_information",
];
export const undoMinutes = 10;

/** The edge between two statuses, or null when the table has none. */
export function edgeBetween(from: ReferralStatus | null, to: ReferralStatus): Edge | null {
  return edges.find((candidate) => candidate.from === from && candidate.to === to) ?? null;
}

export const openStatuses: readonly ReferralStatus[] = referralStatuses.filter(
  (status) => statusFacts[status].open,
);
export const closedStatuses: readonly ReferralStatus[] = referralStatuses.filter(
  (status) => !statusFacts[status].open,
);

/** The provider's tabs (design.md 3.5). Taking part also asks for an open enrolment. */
export const inboxStages = ["new", "reaching", "waitlist", "taking-part", "finished"] as const;
export type InboxStage = (typeof inboxStages)[number];
export const stageStatuses: Record<InboxStage, readonly ReferralStatus[]> = {
  new: ["sent", "needs_information"],
  reaching: ["accepted", "contacting", "scheduled", "on_hold"],
  waitlist: ["waitlisted"],
  "taking-part": ["connected"],
  finished: closedStatuses,
};
