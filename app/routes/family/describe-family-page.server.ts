import type { Ctx } from "~/domain/kernel/context";
import { addDays } from "~/domain/kernel/calendar";
import { readJurisdiction } from "~/domain/organizations/index.server";
import { readFamilyPage, suggestPrograms } from "~/domain/referrals/index.server";
import type { FamilyPage, FamilyReferral } from "~/domain/referrals/reading/referral-views";
import { nameInWords } from "~/listing-words/name-in-words";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import { childAges } from "~/locales/child-ages";
import { languageName } from "~/locales/language-name";
import type { Language } from "~/locales/languages";
import type { Words } from "~/locales/words";
import { wordsIn } from "~/locales/words-in.server";
import { pathTo } from "~/paths";
import { talkOf } from "./talk-of";
import type { FamilyReferralView, FamilyView } from "./view";

const withDates = ["sent", "accepted"];

const ended: Record<string, string> = { declined_by_provider: "declinedSelf", expired: "expiredSelf" };

const waits = ["sent", "accepted", "waitlisted", "contacting", "on_hold"];

function stateOf(
  { t, format }: Words,
  { status, dueAt, askedItself, answers, sealed, sharing }: FamilyReferral,
): string {
  if (!answers && status === "awaiting_family_yes") return t("state.nobodyYet");
  if (!answers && waits.includes(status)) return t("state.nobody");
  if (sealed) return t("state.sealed");
  if (status === "withdrawn" && sharing !== "stopped")
    return t(sharing === "shared" ? "state.takenBack" : "state.takenBackUnsent");
  if (askedItself && ended[status]) return t(`state.${ended[status]}`);
  if (!withDates.includes(status)) return t(`state.${status}`);
  return dueAt ? t(`state.${status}`, { when: format.dateTime(dueAt) }) : t(`state.${status}NoDate`);
}

function sharedOf(
  words: Words,
  { shared, needCodes, whatWouldHelp: help }: FamilyReferral,
): FamilyReferralView["shared"] {
  if (!shared) return [];
  const needs = needCodes.map((code) => words.t(`needs:${code}`));
  const { t, format } = words;
  const lines: [string, string | null][] = [
    ["name", shared.caregiverName],
    ["phone", shared.phone && format.phone(shared.phone)],
    ["email", shared.email],
    ["postalCode", shared.postalCode],
    ["language", languageName(words, shared.language)],
    ["ages", shared.childAgesMonths.length > 0 ? childAges(words, shared.childAgesMonths) : null],
    ["needs", needs.length > 0 ? format.list(needs) : null],
    ["help", help || null],
  ];
  return lines.flatMap(([key, said]) => (said ? [{ label: t(`shared.${key}`), words: said }] : []));
}

/** In the page's language; as it was said too, where that was another one. */
function wordsRead({ language }: Words, { wordsShown, wordsLanguage, wordsIn }: FamilyReferral) {
  if (!wordsShown || wordsLanguage === language || !wordsIn)
    return { wordsRead: wordsShown, wordsSaid: null };
  return {
    wordsRead: wordsIn[language],
    wordsSaid: { words: wordsShown, language: wordsLanguage ?? "" },
  };
}

function describeReferral(
  words: Words,
  page: FamilyPage,
  referral: FamilyReferral,
): Omit<FamilyReferralView, "others"> {
  return {
    id: referral.id,
    version: referral.version,
    program: storedNameInWords(words, referral.programName, referral.programText),
    organization: referral.organizationName,
    phone: referral.organizationPhone && words.format.phone(referral.organizationPhone),
    number: referral.number,
    state: stateOf(words, referral),
    sharing: referral.sharing,
    shared: sharedOf(words, referral),
    ...wordsRead(words, referral),
    ask: referral.canAccept && referral.ask ? referral.ask[words.language] : null,
    can: {
      accept: referral.canAccept,
      decline: referral.canDecline,
      pause: referral.canPause,
      resume: referral.canResume,
      stop: referral.canStopSharing,
      feedback: referral.canGiveFeedback && !referral.feedbackGiven,
    },
    feedbackGiven: referral.feedbackGiven,
  };
}

const looksOn = [...Object.keys(ended), "waitlisted", "awaiting_family_yes"];

/** Programs to look at instead, for what ended without help, still waits or is not decided: links to their public pages, sending nothing. */
async function othersFor(ctx: Ctx, words: Words, referral: FamilyReferral) {
  if (referral.answers && !looksOn.includes(referral.status)) return [];
  const found = await suggestPrograms(ctx, {
    family: referral.shared,
    needCodes: referral.needCodes,
    service: { id: referral.serviceId },
  });
  return found.map((listing) => ({
    name: nameInWords(words, listing).name,
    organization: listing.card.organizationName,
    path: pathTo("/:lang/programs/:slug", { lang: words.language, slug: listing.card.slug }),
  }));
}

const saved = [
  "accept",
  "decline",
  "pause",
  "resume",
  "stop",
  "feedback",
  "contact",
  "linkageNo",
  "linkageYes",
];

/** The family's page in plain words of its language. */
export async function describeFamilyPage(
  { ctx, url }: { ctx: Ctx; url: URL },
  language: Language,
): Promise<FamilyView> {
  const page = await readFamilyPage(ctx);
  const { timeZone, supportPhone } = await readJurisdiction(ctx);
  const today = ctx.clock.today(timeZone);
  const words = wordsIn(language, "family", { timeZone, now: ctx.clock.now() });
  const { t, format } = words;
  const pauseTo = addDays(today, page.pauseDays - 1);
  const act = url.searchParams.get("saved");
  const referrals: FamilyReferralView[] = [];
  for (const referral of page.referrals) {
    const others = await othersFor(ctx, words, referral);
    referrals.push({ ...describeReferral(words, page, referral), others });
  }
  return {
    name: page.caregiverName,
    saved: act && saved.includes(act) ? t(`saved.${act}`) : null,
    referrals,
    contact: {
      version: page.householdVersion,
      phone: page.contact.phone ?? "",
      email: page.contact.email ?? "",
      way: page.contact.contactWay ?? "call",
      messageOk: page.contact.messageOk,
      times: page.contact.bestTimes ?? "",
    },
    recordLinkage: page.recordLinkage,
    looked: page.looked.map(({ at, who }, index) => ({
      id: String(index),
      words: t("looked.row", { who: who || t("looked.line"), when: format.dateTime(at) }),
    })),
    talk: talkOf(supportPhone),
    finder: pathTo("/:lang", { lang: language }),
    pauseFrom: addDays(today, 7),
    pauseTo,
    pauseWrong: t("pause.wrong", { to: format.date(pauseTo, "long") }),
  };
}
