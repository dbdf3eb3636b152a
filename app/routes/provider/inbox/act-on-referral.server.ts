import { redirect } from "@remix-run/node";
import type { DeskArgs } from "~/auth/desk.server";
import { NotFound } from "~/domain/kernel/errors";
import {
  acceptReferral,
  askSender,
  confirmWaitlist,
  confirmWithdrawal,
  findNextInInbox,
  holdReferral,
  recordContactAttempt,
  recordFamilyNo,
  recordUnreachable,
  refuseWithdrawal,
  remindLater,
  scheduleReferral,
  undoLastAct,
  waitlistReferral,
} from "~/domain/referrals/index.server";
import type { InboxStage } from "~/domain/referrals/states/referral-status";
import { endFromForm, enrolFromForm, recordSessionFromForm } from "./enrol-from-form.server";

export type ActArgs = DeskArgs & { form: FormData; id: string };
type Act = (args: ActArgs) => Promise<unknown>;

export const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");
const at = ({ form, id }: ActArgs) => ({ referralId: id, version: textOf(form, "version") });

/** One form, one intent, one operation. */
const acts: Record<string, Act> = {
  accept: (args) => acceptReferral(args.ctx, at(args)),
  waitlist: (args) =>
    waitlistReferral(args.ctx, {
      ...at(args),
      familyAgreed: (args.form.get("familyAgreed") !== null) as true,
    }),
  ask: (args) => askSender(args.ctx, { ...at(args), question: textOf(args.form, "question") }),
  remind: (args) => remindLater(args.ctx, at(args)),
  undo: (args) => undoLastAct(args.ctx, at(args)),
  attempt: ({ ctx, form, id }) =>
    recordContactAttempt(ctx, {
      referralId: id,
      way: textOf(form, "way") as "call",
      outcome: textOf(form, "outcome") as "reached",
    }),
  schedule: (args) => scheduleReferral(args.ctx, { ...at(args), on: textOf(args.form, "on") }),
  hold: (args) => holdReferral(args.ctx, { ...at(args), resumeBy: textOf(args.form, "resumeBy") }),
  "family-no": (args) =>
    recordFamilyNo(args.ctx, { ...at(args), reasonCode: textOf(args.form, "reasonCode") }),
  unreachable: (args) =>
    recordUnreachable(args.ctx, { ...at(args), reasonCode: textOf(args.form, "reasonCode") || undefined }),
  "keep-warm": (args) => confirmWaitlist(args.ctx, at(args)),
  "let-go": (args) => confirmWithdrawal(args.ctx, at(args)),
  "keep-on": (args) => refuseWithdrawal(args.ctx, at(args)),
  enrol: enrolFromForm,
  session: recordSessionFromForm,
  end: endFromForm,
};

/** Answers after which the next referral opens. */
const answers = new Set(["accept", "waitlist", "ask"]);

/** Acts that bring the referral to another tab, which opens with it. */
const stageAfter: Record<string, InboxStage | undefined> = { undo: "new", "let-go": "finished" };

/** The referral that opens after an answer: the next in the list as it stood, else the one before. */
export async function nextInList({ ctx }: DeskArgs, stage: string, id: string): Promise<string | null> {
  return stage === "new" ? findNextInInbox(ctx, { stage, referralId: id }) : null;
}

/** Takes one act on a referral and goes where the work goes on. */
export async function actOnReferral(args: ActArgs): Promise<Response> {
  const intent = textOf(args.form, "intent");
  const act = acts[intent];
  if (!act) throw new NotFound();
  const stage = args.url.searchParams.get("stage") ?? "new";
  const next = answers.has(intent) ? await nextInList(args, stage, args.id) : args.id;
  const result = await act(args);
  const base = `/provider/${args.params.org}/referrals`;
  const moved =
    typeof result === "object" && result !== null && "connected" in result && result.connected
      ? "connected"
      : intent;
  const query = new URLSearchParams({
    stage: intent === "attempt" && stage === "new" ? "reaching" : stage,
    done: moved,
    of: args.id,
  });
  const leadsTo = stageAfter[intent];
  if (leadsTo) query.set("stage", leadsTo);
  return redirect(`${next ? `${base}/${next}` : base}?${query}`, 303);
}
