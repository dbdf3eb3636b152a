import { redirect } from "@remix-run/node";
import { NotFound } from "~/domain/kernel/errors";
import type { ContactWay } from "~/domain/households/family-details.schema";
import { readCall } from "~/domain/households/index.server";
import { sendOutreachReferral } from "~/domain/referrals/index.server";
import { readId, textOf } from "../frame-of.server";
import { type CallArgs, actOnCall } from "./act-on-call.server";
import { readAges } from "~/domain/households/read-ages";
import { readFindFacts } from "./find-facts.server";

async function reachOut(args: CallArgs): Promise<string> {
  const { ctx, form, params, url } = args;
  const call = await readCall(ctx, { callId: readId(params.id) });
  const { found } = await readFindFacts(args, call);
  const at = (found?.results ?? []).findIndex(({ card }) => card.slug === url.searchParams.get("program"));
  const listing = found?.results[at];
  if (!listing) throw new NotFound();
  await sendOutreachReferral(ctx, {
    formKey: textOf(form, "formKey"),
    callId: call.id,
    serviceId: listing.serviceId,
    family: {
      caregiverName: textOf(form, "name"),
      phone: textOf(form, "phone") || null,
      contactWay: textOf(form, "way") as ContactWay,
      messageOk: false,
      language: textOf(form, "language"),
      interpreter: false,
      childAgesMonths: readAges(textOf(form, "ages")),
    },
    needCodes: [textOf(form, "need")].filter(Boolean),
    calledAhead: form.has("calledAhead"),
    basisKey: textOf(form, "basisKey"),
  });
  return `/intake/calls/${call.id}?at=${at + 1}&done=outreach`;
}

/** Reach out, or one of the acts of the whole screen. */
export async function actOnOutreach(args: CallArgs) {
  if (textOf(args.form, "intent") !== "reach-out") return actOnCall(args);
  return redirect(await reachOut(args), 303);
}
