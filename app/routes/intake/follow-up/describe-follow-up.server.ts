import type { FollowUpRow } from "~/domain/referrals/reading/referral-views";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import { formatPhone } from "~/locales/format";
import type { Words } from "~/locales/words";

export type FollowUpView = {
  id: string;
  version: number;
  family: string;
  program: string;
  organization: string;
  phone: string | null;
  sent: string;
  state: string;
  tone: "bad" | "warn" | "neu";
  question: string | null;
  step: string;
  /** Which form the row offers. */
  may: {
    answer: boolean;
    withdraw: boolean;
    askBack: boolean;
    settle: boolean;
    askFamily: boolean;
    reroute: boolean;
    reopen: boolean;
  };
  /** Said when the provider was asked to give it back. */
  asked: string | null;
  senderUserId: string | null;
  overdue: boolean;
};

/** From here on the provider has said yes, and is asked to give the referral back. */
const acceptedStatuses = ["accepted", "contacting", "scheduled", "on_hold"];

/** The next act is the program's: a time for it is promised only where somebody is to keep it. */
const theirs = ["sent", "waitlisted", ...acceptedStatuses];

function stateOf({ t, format }: Words, row: FollowUpRow): Pick<FollowUpView, "state" | "tone"> {
  if (row.masked) return { state: t(`mask.${row.masked}`), tone: "neu" };
  const state = t(`status:referral.${row.status}`);
  if (!row.answers && theirs.includes(row.status))
    return { state: t("followUps.nobody", { state }), tone: "bad" };
  const due = row.dueAt ?? row.resumeBy;
  if (!due || row.lane === "closed") return { state, tone: "neu" };
  return row.overdue
    ? { state: t("followUps.late", { state, due: format.dateTime(due) }), tone: "bad" }
    : { state: t("followUps.overdue", { state, due: format.dateTime(due) }), tone: "warn" };
}

const takeBack = ["awaiting_family_yes", "sent", "needs_information", "waitlisted"];

/** One row of the follow-ups, in words. A supervisor takes back what a sender may only ask back, and reopens. */
export function describeFollowUp(words: Words, row: FollowUpRow, supervises = false): FollowUpView {
  const { t, format } = words;
  const sent = row.sentAt ?? row.createdAt;
  const accepted = !row.masked && acceptedStatuses.includes(row.status);
  return {
    id: row.id,
    version: row.version,
    family: row.familyName,
    program: storedNameInWords(words, row.serviceName, row.serviceText),
    organization: row.organizationName,
    phone: row.organizationPhone && formatPhone(row.organizationPhone),
    sent: format.dateTime(sent),
    ...stateOf(words, row),
    question:
      row.question && row.status === "needs_information"
        ? t("followUps.question", { question: row.question })
        : null,
    step: t(`act.${row.act ?? "none"}`),
    may: {
      answer: row.status === "needs_information",
      withdraw: takeBack.includes(row.status) || (supervises && accepted),
      reopen: supervises && !row.masked && row.lane === "closed",
      settle: row.lane === "closed",
      askBack: accepted && !supervises && !row.withdrawalRequested,
      askFamily: row.status === "awaiting_family_yes",
      reroute: !row.masked && row.act === "reroute",
    },
    asked: row.withdrawalRequested ? t("followUps.askedBack") : null,
    senderUserId: row.senderUserId,
    overdue: row.overdue,
  };
}
