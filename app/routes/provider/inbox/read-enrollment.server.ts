import { readEnrollment } from "~/domain/engagement/index.server";
import type { EnrollmentView as Enrolled } from "~/domain/engagement/engagement-views";
import type { Ctx } from "~/domain/kernel/context";
import { dateOf } from "~/domain/kernel/calendar";
import type { ReferralView } from "~/domain/referrals/reading/referral-views";
import type { Words } from "~/locales/words";
import { underWay } from "./describe-referral.server";
import type { EnrollmentView } from "./view";

const begun = ["completed", "ended_early", "transferred"] as const;
const notBegun = ["never_started"] as const;

function describeEnrollment({ t, format }: Words, enrolled: Enrolled, keepsOwnRows: boolean): EnrollmentView {
  const words = (session: Enrolled["sessions"][number]) =>
    t(session.minutes && session.status === "attended" ? "enrollment.sessionMinutes" : "enrollment.session", {
      day: format.date(dateOf(session.date)),
      state: t(`status:session.${session.status}`),
      mode: t(`session.modes.${session.mode}`),
      count: session.minutes ?? 0,
    });
  return {
    id: enrolled.id,
    version: enrolled.version,
    words: t(enrolled.endedOn ? "enrollment.ended" : "enrollment.words", {
      state: t(`status:enrollment.${enrolled.status}`),
      day: format.date(dateOf(enrolled.endedOn ?? enrolled.enrolledOn)),
    }),
    dosage: enrolled.dosage.planned
      ? t("enrollment.dosage", { count: enrolled.dosage.delivered, of: enrolled.dosage.planned })
      : null,
    enrolledOn: dateOf(enrolled.enrolledOn),
    canEnd: enrolled.endedOn === null,
    canRecord: enrolled.endedOn === null && !keepsOwnRows,
    outcomes: enrolled.dosage.delivered > 0 ? begun : notBegun,
    sessions: enrolled.sessions
      .filter(({ superseded }) => !superseded)
      .map((session) => ({
        id: session.id,
        words: words(session),
        date: dateOf(session.date),
        status: session.status,
        mode: session.mode,
        minutes: session.minutes,
        who: session.who,
      })),
  };
}

/** A referral's enrolment, and whether one may begin now. */
export async function enrollmentPart(ctx: Ctx, words: Words, view: ReferralView) {
  const enrolled = await readEnrollment(ctx, { referralId: view.id });
  return {
    enrollment: enrolled && describeEnrollment(words, enrolled, view.keepsOwnRows),
    mayEnrol:
      !view.keepsOwnRows && (!enrolled || enrolled.endedOn !== null) && underWay.includes(view.status),
  };
}
