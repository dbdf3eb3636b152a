import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { list, text, ticked } from "~/auth/form-fields";
import { contactWays } from "~/domain/households/family-details.schema";
import { readCall } from "~/domain/households/index.server";
import { readTypedAges } from "~/domain/directory/search/read-typed-ages";
import { NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { sendOutreachReferral } from "~/domain/referrals/index.server";
import { pathTo } from "~/paths";
import { callActs } from "./act-on-call.server";
import { readFindFacts } from "./find-facts.server";

const outreach = z.object({
  formKey: text,
  name: text,
  phone: text,
  way: z.enum(contactWays),
  language: text,
  ages: text,
  need: text,
  also: list(z.string()),
  calledAhead: ticked,
  duplicateReason: text,
  basisKey: text,
});

async function reachOut(args: DeskArgs & { input: z.output<typeof outreach> }) {
  const { ctx, params, url, input } = args;
  const call = await readCall(ctx, { callId: readId(params.id) });
  const { found, before } = await readFindFacts(args, call);
  const at = (found?.results ?? []).findIndex(({ card }) => card.slug === url.searchParams.get("program"));
  const listing = found?.results[at];
  if (!listing) throw new NotFound();
  await sendOutreachReferral(ctx, {
    formKey: input.formKey,
    callId: call.id,
    serviceId: listing.serviceId,
    family: {
      caregiverName: input.name,
      phone: input.phone,
      contactWay: input.way,
      messageOk: false,
      language: input.language,
      interpreter: false,
      childAgesMonths: readTypedAges(input.ages),
    },
    needCodes: [...new Set([input.need, ...input.also])].filter(Boolean),
    calledAhead: input.calledAhead,
    duplicateReason: input.duplicateReason,
    basisKey: input.basisKey,
  });
  return redirect(`${pathTo("/intake/calls/:id", { id: call.id })}?at=${before + at + 1}&done=outreach`, 303);
}

/** Reach out, or one of the acts of the whole screen. */
export const outreachActs = deskActs({ ...callActs, "reach-out": [outreach, reachOut] });
