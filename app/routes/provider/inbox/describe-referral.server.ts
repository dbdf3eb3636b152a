import type { ReferralView } from "~/domain/referrals/reading/referral-views";
import { childAges } from "~/locales/child-ages";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import { languageLabel } from "~/locales/language-name";
import type { Words } from "~/locales/words";
import { senderInWords } from "./sender-in-words";
import { dayOf, whenInWords } from "./when-in-words";
import type { DetailView } from "./view";
import { describeHistory } from "./describe-history.server";

/** First name for sentences; "the family" when no name is shared. */
export function shortName(words: Words, view: ReferralView): string {
  return view.family?.caregiverName ?? words.t("theFamily");
}

function reachWords({ t, format }: Words, family: NonNullable<ReferralView["family"]>) {
  const phone = family.phone ? format.phone(family.phone) : null;
  const ways: Record<string, string | null> = {
    call: phone && t("fact.call", { phone }),
    text: phone && t("fact.text", { phone }),
    email: family.email && t("fact.email", { email: family.email }),
    will_call: t("fact.willCall"),
  };
  const strong =
    ways[family.contactWay ?? "call"] ?? (phone && t("fact.call", { phone })) ?? t("fact.notSaid");
  const times = family.bestTimes ? t("fact.times", { times: family.bestTimes }) : "";
  const message =
    family.contactWay === "will_call" ? "" : t(family.messageOk ? "fact.messageOk" : "fact.noMessage");
  return { strong, words: `${times}${message}` };
}

/** As the family says now; that this is not what was sent is said too. */
function reachNow(
  words: Words,
  view: ReferralView,
  family: NonNullable<ReferralView["family"]>,
  name: string,
) {
  if (!view.correctedContact) return reachWords(words, family);
  const { strong, words: said } = reachWords(words, { ...family, ...view.correctedContact });
  return { strong, words: [said, words.t("fact.contactChanged", { name })].filter(Boolean).join(" ") };
}

function permissionWords({ t, format }: Words, view: ReferralView, name: string): string {
  const { permission } = view;
  if (!permission || !view.family) return t("fact.permissionStopped", { name });
  const day = permission.givenAt ? format.date(permission.givenAt, "year") : "";
  return t(permission.method === "verbal" ? "fact.permissionVerbal" : "fact.permissionWritten", {
    name,
    day,
  });
}

function factsOf(words: Words, view: ReferralView, name: string): DetailView["facts"] {
  const { t, format } = words;
  const { family } = view;
  const permission = { label: t("fact.permission"), words: permissionWords(words, view, name) };
  if (!family) return [permission];
  const language = languageLabel(words, family.language);
  const ages =
    family.childAgesMonths.length > 0
      ? t("fact.ages", { ages: childAges(words, family.childAgesMonths) })
      : t("fact.noAges");
  const needs = view.needCodes.map((code) => t(`needs:${code}`));
  return [
    { label: t("fact.reach", { name }), ...reachNow(words, view, family, name) },
    ...(needs.length > 0 ? [{ label: t("fact.needs"), words: format.list(needs) }] : []),
    { label: t("fact.language"), words: family.interpreter ? t("fact.interpreter", { language }) : language },
    { label: t("fact.children"), words: ages },
    { label: t("fact.area"), words: family.postalCode ?? t("fact.notSaid") },
    permission,
  ];
}

function tagOf({ t, format }: Words, view: ReferralView): DetailView["tag"] {
  if (view.lane === "closed")
    return { tone: view.status === "connected" ? "ok" : "neu", words: t(`status:referral.${view.status}`) };
  if (view.status === "needs_information") return { tone: "neu", words: t("detail.waitingSender") };
  if (view.resumeBy)
    return { tone: "neu", words: t("detail.pausedUntil", { day: format.date(view.resumeBy) }) };
  if (!view.dueAt) return null;
  const when = format.dateTime(view.dueAt);
  if (view.overdue) return { tone: "bad", words: t("detail.wasDue", { when }) };
  return { tone: "warn", words: t(view.status === "sent" ? "detail.replyBy" : "detail.stepBy", { when }) };
}

export const underWay = ["accepted", "contacting", "scheduled", "on_hold"];
const tried = ["accepted", "contacting", "scheduled", "on_hold", "waitlisted"];

function rightsOf(view: ReferralView): DetailView["can"] {
  const may = (status: ReferralView["status"]) => view.mayBecome.includes(status);
  return {
    accept: may("accepted"),
    waitlist: may("waitlisted"),
    decline: may("declined_by_provider"),
    ask: may("needs_information"),
    remind: view.lane !== "closed",
    attempt: tried.includes(view.status),
    enrol: false,
    keep: view.keepsOwnRows && underWay.includes(view.status),
    schedule: may("scheduled"),
    hold: may("on_hold"),
    familyNo: may("declined_by_family"),
    unreachable: may("unreachable") && view.attemptShortfall.met,
    letGo: view.withdrawalRequested && may("withdrawn"),
    keepWarm: view.status === "waitlisted",
  };
}

function missingWords({ t, format }: Words, view: ReferralView): string | null {
  const { met, ...left } = view.attemptShortfall;
  if (met || !view.mayBecome.includes("unreachable")) return null;
  return format.list(
    Object.entries(left).flatMap(([what, count]) => (count > 0 ? [t(`unreachable.${what}`, { count })] : [])),
  );
}

function nextWords(words: Words, view: ReferralView, name: string): string | null {
  const { t } = words;
  if (!view.act || view.lane === "closed") return null;
  const at = view.dueAt ?? view.resumeBy;
  const first =
    view.status === "sent"
      ? `${t("next.answer", { when: at ? whenInWords(words, at) : "" })} ${t("next.before")}`
      : null;
  return first ?? t(`next.${view.act}`, { name, when: at ? whenInWords(words, at) : "" });
}

/** One referral as the provider's staff read it: what the permission covers and nothing more. */
export function describeReferral(words: Words, view: ReferralView): Omit<DetailView, "enrollment"> {
  const { t, format } = words;
  const name = shortName(words, view);
  const who = senderInWords(words, view.sentBy);
  const when = view.sentAt ? format.dateTime(view.sentAt) : "";
  return {
    id: view.id,
    version: view.version,
    name: view.family?.caregiverName ?? t("notShared"),
    short: name,
    answersStay: view.answersStay,
    tag: tagOf(words, view),
    sub: [
      t("detail.for", { program: storedNameInWords(words, view.service.name, view.service.familyText) }),
      who ? t("detail.sentBy", { who, when }) : t("detail.sent", { when }),
      t("detail.number", { number: view.number }),
    ].join(" · "),
    help: view.whatWouldHelp || t("detail.noHelp"),
    facts: factsOf(words, view, name),
    wordsUsed: view.family ? (view.permission?.wordsShown ?? null) : null,
    question: view.question,
    answer: view.answer,
    history: describeHistory(words, view),
    next: nextWords(words, view, name),
    can: rightsOf(view),
    missing: missingWords(words, view),
    today: dayOf(words, words.now),
  };
}
