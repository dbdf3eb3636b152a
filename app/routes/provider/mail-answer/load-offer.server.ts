import { listAnswerers } from "~/auth/mail-link-actor.server";
import type { MailLinkActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { readJurisdiction } from "~/domain/organizations/index.server";
import { readAnswerOffer } from "~/domain/referrals/index.server";
import { formatIn } from "~/locales/format";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { pathTo } from "~/paths";

/** What the page behind a notice's link says, in the browser's language; nothing of the family is read for it. */
export async function loadOffer(ctx: Ctx<MailLinkActor>, request: Request) {
  const offer = await readAnswerOffer(ctx);
  const { timeZone, title, supportPhone } = await readJurisdiction(ctx);
  const answerers = await listAnswerers(ctx.actor);
  const format = formatIn(languageOfRequest(request), timeZone, ctx.clock.now());
  const { state, answered, number, programName, mayAsk } = offer;
  return {
    brand: title,
    state,
    answered,
    number,
    programName,
    mayAsk,
    waitingSince: offer.sentAt && format.date(offer.sentAt, "long"),
    replyBy: offer.dueAt && `${format.date(offer.dueAt, "long")}, ${format.time(offer.dueAt)}`,
    late: offer.dueAt !== null && offer.dueAt < ctx.clock.now(),
    signedInPath: pathTo("/provider/:org/referrals/:id", {
      org: ctx.actor.homeOrganizationId,
      id: offer.referralId,
    }),
    answersAs: ctx.actor.person?.name ?? null,
    answerers: answerers.map(({ membershipId, name }) => ({ value: membershipId, label: name })),
    /** Nobody of the organization can sign in: the line says how to reach the family, and the page how to come in. */
    comeIn:
      ctx.actor.person || answerers.length > 0
        ? null
        : {
            claimPath: pathTo("/:lang/claim/:key", {
              lang: languageOfRequest(request),
              key: ctx.actor.homeOrganizationId,
            }),
            phone: supportPhone && format.phone(supportPhone),
          },
  };
}
export type OfferView = Awaited<ReturnType<typeof loadOffer>>;
