import { redirect } from "@remix-run/node";
import type { DeskArgs } from "~/auth/desk.server";
import { NotFound } from "~/domain/kernel/errors";
import { can } from "~/domain/kernel/index.server";
import { listAnswering, readSettings } from "~/domain/organizations/index.server";
import { consentTextOf } from "~/domain/referrals/family/consent-words";
import { readReferral } from "~/domain/referrals/index.server";
import type { ReferralView } from "~/domain/referrals/reading/referral-views";
import { readId } from "~/domain/kernel/ids";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import { formatPhone } from "~/locales/format";
import { languageLabel } from "~/locales/language-name";
import type { Words } from "~/locales/words";
import { pathTo } from "~/paths";
import { frameOf, wordsOf } from "../frame-of.server";

/** A try in words; of one that was taken back also by whom and when. */
function tryInWords({ t, format }: Words, view: ReferralView, attempt: ReferralView["attempts"][number]) {
  const { id, at, way, outcome, takenBackAt } = attempt;
  const tried = t("try.line", {
    when: format.dateTime(at),
    way: t(`try.ways.${way}`),
    outcome: t(`try.outcomes.${outcome}`),
  });
  if (!takenBackAt) return tried;
  const who = view.history.find(({ undoes }) => undoes === id)?.actorName ?? t("someone");
  return t("try.takenBack", { tried, who, when: format.dateTime(takenBackAt) });
}

const notes = [
  ["tried", "try.noted"],
  ["undone", "try.undone"],
  ["rerouted", "nextProgram.askNow"],
] as const;

/** What was just done, with Undo for a try while it may be taken back. */
function bannerOf({ t, now }: Words, view: ReferralView, url: URL) {
  const note = notes.find(([told]) => url.searchParams.has(told));
  if (!note) return null;
  const { undo } = view;
  const mayUndo = note[0] === "tried" && undo && undo.until > now;
  return { words: t(note[1]), attemptId: mayUndo ? undo.attemptId : null };
}

/** What the words name, as far as they need to know it: the page makes them anew when a ZIP is typed. */
function askedOf(family: NonNullable<ReferralView["family"]>) {
  const given = (detail: string | null) => detail && "given";
  const { caregiverName, phone, email, postalCode, childAgesMonths, language, contactWay } = family;
  const present = { phone: given(phone), email: given(email), postalCode: given(postalCode) };
  return { caregiverName: given(caregiverName), ...present, childAgesMonths, language, contactWay };
}

/** Everything to ask the family with: how to reach it, the words to read, what was tried. */
export async function loadFamilyAnswer(args: DeskArgs) {
  const { ctx } = args;
  const words = await wordsOf(args);
  const { t, format } = words;
  const view = await readReferral(ctx, { referralId: readId(args.params.id) });
  if (view.status !== "awaiting_family_yes") throw redirect(pathTo("/intake/follow-ups"), 303);
  const { family } = view;
  if (!family) throw new NotFound();
  const answering = await listAnswering(ctx, { organizationIds: [view.organization.id] });
  const mayTry = can(ctx, "record_contact", "ServiceReferral");
  return {
    frame: await frameOf(args),
    version: view.version,
    family: family.caregiverName ?? t("someone"),
    program: storedNameInWords(words, view.service.name, view.service.familyText),
    organization: view.organization.name,
    answers: answering.size > 0,
    // What a spoken yes is not enough for: sealed since it was handed over, or its own paper.
    needsRelease: view.answersStay || view.service.needsSignedRelease,
    phone: family.phone && formatPhone(family.phone),
    way: t(`outreach.ways.${family.contactWay ?? "call"}`, { defaultValue: "" }),
    language: languageLabel(words, family.language),
    due: view.dueAt && format.dateTime(view.dueAt),
    overdue: view.overdue,
    asked: askedOf(family),
    needs: view.needCodes.map((value) => ({ value, label: t(`needs:${value}`), asked: true })),
    consentText: consentTextOf((await readSettings(ctx)).settings),
    script: family.language === "es" ? ("es" as const) : ("en" as const),
    tries: view.attempts.map((attempt) => ({ id: attempt.id, words: tryInWords(words, view, attempt) })),
    mayTry,
    mayClose: mayTry && view.attemptShortfall.met,
    banner: bannerOf(words, view, args.url),
  };
}
