import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { listAnswering } from "~/domain/organizations/index.server";
import { readReferral, rerouteReferral, suggestPrograms } from "~/domain/referrals/index.server";
import { readId } from "~/domain/kernel/ids";
import { nameInWords } from "~/listing-words/name-in-words";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import { phoneInWords } from "~/listing-words/phone-in-words";
import { reasonsInWords } from "~/listing-words/reasons-in-words";
import { pathTo } from "~/paths";
import { roomWords, whereWords } from "../find/describe-listing.server";
import { frameOf, wordsOf } from "../frame-of.server";

/** Three programs for a family whose referral ended without help; a sealed one's end is not known here. */
export async function loadNextProgram(args: DeskArgs) {
  const words = await wordsOf(args);
  const { t } = words;
  const view = await readReferral(args.ctx, { referralId: readId(args.params.id) });
  if (view.masked || view.act !== "reroute") throw redirect(pathTo("/intake/follow-ups"), 303);
  const found = await suggestPrograms(args.ctx, view);
  const organizationIds = found.map((listing) => listing.organizationId);
  const answering = await listAnswering(args.ctx, { organizationIds });
  const state = t(`status:referral.${view.status}`);
  const reason = view.reason && t(`status:reason.${view.reason.code}`);
  return {
    frame: await frameOf(args),
    version: view.version,
    family: view.family?.caregiverName ?? t("someone"),
    ended: t("nextProgram.ended", {
      program: storedNameInWords(words, view.service.name, view.service.familyText),
      organization: view.organization.name,
      state,
    }),
    reason: reason === state ? null : reason,
    programs: found.map((listing) => ({
      serviceId: listing.serviceId,
      name: nameInWords(words, listing).name,
      where: whereWords(words, listing),
      phone: phoneInWords(words, listing.card),
      answers: answering.has(listing.organizationId),
      ...roomWords(words, listing),
      ...reasonsInWords(words, listing),
      sameOrganization: listing.organizationId === view.organization.id,
    })),
  };
}

/** One press: sent where the family's yes covers it, else on to asking the family. */
export const nextProgramActs = deskActs({
  choose: [
    z.object({ version: text, serviceId: text }),
    async ({ ctx, params, input }) => {
      const sent = await rerouteReferral(ctx, { referralId: readId(params.id), ...input });
      const asks = sent.status === "awaiting_family_yes";
      return redirect(
        asks
          ? `${pathTo("/intake/follow-ups/:id", { id: sent.referralId })}?rerouted`
          : `${pathTo("/intake/follow-ups")}?done=rerouted`,
        303,
      );
    },
  ],
});
