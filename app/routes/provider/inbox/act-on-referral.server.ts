import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { text, ticked } from "~/auth/form-fields";
import { readId } from "~/domain/kernel/ids";
import {
  acceptReferral,
  askSender,
  confirmWaitlist,
  confirmWithdrawal,
  findNextInInbox,
  holdReferral,
  keepToOurselves,
  recordContactAttempt,
  recordFamilyNo,
  recordUnreachable,
  refuseWithdrawal,
  remindLater,
  scheduleReferral,
  undoContactAttempt,
  undoLastAct,
  waitlistReferral,
} from "~/domain/referrals/index.server";
import {
  type OnReferral,
  recordContactAttemptSchema,
  undoContactAttemptSchema,
  waitlistReferralSchema,
} from "~/domain/referrals/states/act-on-referral.schema";
import { type InboxStage, inboxStages, stageStatuses } from "~/domain/referrals/states/referral-status";
import type { ActResult } from "~/domain/referrals/reading/referral-views";
import { undoEnrollment } from "~/domain/engagement/index.server";
import { undoEnrollmentSchema } from "~/domain/engagement/engagement.schema";
import { pathTo } from "~/paths";
import { stageAsked } from "./stage-asked";
import {
  correctFields,
  correctOne,
  endFields,
  endTakingPart,
  enrolFields,
  enrol,
  recordOneSession,
  sessionFields,
} from "./act-on-enrollment.server";

/** Answers after which the next referral opens. */
const answers = new Set(["accept", "waitlist", "ask"]);

/** Acts that bring the referral to another tab, which opens with it. */
const stageAfter = new Map<string, InboxStage>([
  ["let-go", "finished"],
  ["keep", "finished"],
]);

/** The referral that opens after an answer: the next in the list as it stood, else the one before. */
export async function nextInList({ ctx }: DeskArgs, stage: string, id: string): Promise<string | null> {
  return stage === "new" ? findNextInInbox(ctx, { stage, referralId: id }) : null;
}

/** Taken back, the referral stands in another tab, which opens with it. */
const stageBack = async (undoing: Promise<ActResult>) => {
  const { status } = await undoing;
  return { stage: inboxStages.find((stage) => stageStatuses[stage].includes(status)) };
};

const stageIn = (result: unknown): InboxStage | undefined =>
  typeof result === "object" && result !== null && "stage" in result
    ? inboxStages.find((stage) => stage === result.stage)
    : undefined;

const isConnected = (result: unknown) =>
  typeof result === "object" && result !== null && "connected" in result && result.connected === true;

/** An act on the referral of the path, then to where the work goes on. */
function onReferral<S extends z.ZodType>(
  schema: S,
  act: (args: DeskArgs & { referralId: string; input: z.output<S> }) => Promise<unknown>,
) {
  const run = async (args: DeskArgs & { intent: string; input: z.output<S> }) => {
    const { params, url, intent } = args;
    const referralId = readId(params.id);
    const stage = stageAsked(url) ?? "new";
    const next = answers.has(intent) ? await nextInList(args, stage, referralId) : referralId;
    const result = await act({ ...args, referralId });
    const here = intent === "attempt" && stage === "new" ? "reaching" : stage;
    const query = new URLSearchParams({
      stage: stageIn(result) ?? stageAfter.get(intent) ?? here,
      done: isConnected(result) ? "connected" : intent,
      of: referralId,
    });
    const path = next
      ? pathTo("/provider/:org/referrals/:id", { org: params.org, id: next })
      : pathTo("/provider/:org/referrals", { org: params.org });
    return redirect(`${path}?${query}`, 303);
  };
  return [schema, run] as const;
}

const version = z.object({ version: text });
const press = (rule: (ctx: DeskArgs["ctx"], input: OnReferral) => Promise<unknown>) =>
  onReferral(version, ({ ctx, referralId, input }) => rule(ctx, { referralId, ...input }));

/** One form, one intent, one operation. */
export const referralActs = deskActs({
  accept: press(acceptReferral),
  remind: press(remindLater),
  undo: press((ctx, input) => stageBack(undoLastAct(ctx, input))),
  "undo-try": onReferral(undoContactAttemptSchema.pick({ attemptId: true }), ({ ctx, referralId, input }) =>
    stageBack(undoContactAttempt(ctx, { referralId, ...input })),
  ),
  "undo-enrol": onReferral(undoEnrollmentSchema, ({ ctx, input }) => undoEnrollment(ctx, input)),
  "keep-warm": press(confirmWaitlist),
  keep: press(keepToOurselves),
  "let-go": press(confirmWithdrawal),
  "keep-on": press(refuseWithdrawal),
  waitlist: onReferral(
    version.extend({ familyAgreed: ticked.pipe(waitlistReferralSchema.shape.familyAgreed) }),
    ({ ctx, referralId, input }) => waitlistReferral(ctx, { referralId, ...input }),
  ),
  ask: onReferral(version.extend({ question: text }), ({ ctx, referralId, input }) =>
    askSender(ctx, { referralId, ...input }),
  ),
  attempt: onReferral(
    recordContactAttemptSchema.pick({ way: true, outcome: true }),
    ({ ctx, referralId, input }) => recordContactAttempt(ctx, { referralId, ...input }),
  ),
  schedule: onReferral(version.extend({ on: text }), ({ ctx, referralId, input }) =>
    scheduleReferral(ctx, { referralId, ...input }),
  ),
  hold: onReferral(version.extend({ resumeBy: text }), ({ ctx, referralId, input }) =>
    holdReferral(ctx, { referralId, ...input }),
  ),
  "family-no": onReferral(version.extend({ reasonCode: text }), ({ ctx, referralId, input }) =>
    recordFamilyNo(ctx, { referralId, ...input }),
  ),
  unreachable: onReferral(version.extend({ reasonCode: text }), ({ ctx, referralId, input }) =>
    recordUnreachable(ctx, { referralId, ...input, reasonCode: input.reasonCode || undefined }),
  ),
  enrol: onReferral(enrolFields, enrol),
  session: onReferral(sessionFields, recordOneSession),
  correct: onReferral(correctFields, correctOne),
  end: onReferral(endFields, endTakingPart),
});
