import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { list, text, ticked } from "~/auth/form-fields";
import { contactWays } from "~/domain/households/family-details.schema";
import { requireOpenCall } from "~/domain/households/index.server";
import { getPublishedListings } from "~/domain/directory/index.server";
import { readTypedAges } from "~/domain/directory/search/read-typed-ages";
import { NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { sendOutreachReferral } from "~/domain/referrals/index.server";
import { pathTo } from "~/paths";
import { callActs } from "./act-on-call.server";
import { positionOf } from "./row-position";

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

async function reachOut({ ctx, params, url, input }: DeskArgs & { input: z.output<typeof outreach> }) {
  const callId = readId(params.id);
  await requireOpenCall(ctx, { callId });
  const [listing] = await getPublishedListings(ctx, { slugs: [url.searchParams.get("program") ?? ""] });
  if (!listing) throw new NotFound();
  await sendOutreachReferral(ctx, {
    formKey: input.formKey,
    callId,
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
  return redirect(`${pathTo("/intake/calls/:id", { id: callId })}?at=${positionOf(url)}&done=outreach`, 303);
}

/** Reach out, or one of the acts of the whole screen. */
export const outreachActs = deskActs({ ...callActs, "reach-out": [outreach, reachOut] });
