import type { ActionFunctionArgs } from "@remix-run/node";
import { deskAction } from "~/auth/desk.server";
import { saveCallDraft } from "~/domain/households/index.server";
import { readId } from "../frame-of.server";
import { draftOfForm } from "./act-on-call.server";

const keepDraft = deskAction("intake", async ({ ctx, form, params }) => {
  await saveCallDraft(ctx, { callId: readId(params.id), draft: draftOfForm(form) });
  return null;
});

function isRefusal(answer: unknown): boolean {
  const body = typeof answer === "object" && answer !== null && "data" in answer ? answer.data : null;
  return typeof body === "object" && body !== null && "ok" in body && body.ok === false;
}

/** A refused referral is rolled back whole; what was typed is then kept on the call, also where no script did it before. */
export function keepingDraft<T>(act: (args: ActionFunctionArgs) => Promise<T>) {
  return async (args: ActionFunctionArgs): Promise<T> => {
    const again = args.request.clone();
    const answer = await act(args);
    if (isRefusal(answer)) await keepDraft({ ...args, request: again });
    return answer;
  };
}
