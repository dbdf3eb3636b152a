import { randomUUID } from "node:crypto";
import type { PublicActor } from "../../app/domain/kernel/actor";
import type { Ctx } from "../../app/domain/kernel/context";
import { openCall } from "../../app/domain/households/index.server";
import * as referrals from "../../app/domain/referrals/index.server";
import { usualConsentText } from "../../app/domain/referrals/family/consent-words";
import { selfReferralWords } from "../../app/domain/referrals/sending/self-referral-words";
import type { ReferralTarget } from "./arrange-referrals";
import type { Row } from "./authorization-matrix";
import { caregiver, consent, sender } from "./referral-inputs";

/** Ways a referral is made. */
export const sendingRows: Record<string, Row<ReferralTarget>> = {
  sendReferral: {
    may: {
      hotline_screener: "jurisdiction",
      community_navigator: "jurisdiction",
      intake_supervisor: "jurisdiction",
    },
    call: (ctx, { place }) =>
      referrals.sendReferral(ctx, {
        formKey: randomUUID(),
        serviceId: place.serviceId,
        family: caregiver,
        consent,
      }),
  },
  sendOutreachReferral: {
    may: {
      hotline_screener: "jurisdiction",
      community_navigator: "jurisdiction",
      intake_supervisor: "jurisdiction",
    },
    call: (ctx, { place }) =>
      referrals.sendOutreachReferral(ctx, {
        formKey: randomUUID(),
        serviceId: place.serviceId,
        family: caregiver,
        basisKey: "outreach",
      }),
  },
  sendSelfReferral: {
    may: { public: "jurisdiction" },
    call: (ctx, { place, organizationName }) =>
      referrals.sendSelfReferral(ctx as Ctx<PublicActor>, {
        formKey: randomUUID(),
        serviceId: place.serviceId,
        family: caregiver,
        consent: {
          language: "es",
          wordsShown: selfReferralWords(usualConsentText, "es", consent.dataClasses, organizationName),
        },
      }),
  },
  readSelfReferralOffer: {
    may: { public: "jurisdiction" },
    call: (ctx, { place }) =>
      referrals.readSelfReferralOffer(ctx as Ctx<PublicActor>, { serviceId: place.serviceId }),
  },
  mailProgramDetails: {
    may: sender,
    untargeted: true,
    call: async (ctx, { place }) => {
      const { callId } = await openCall(ctx, { line: "support_line" });
      const serviceIds = [place.serviceId];
      await referrals.mailProgramDetails(ctx, {
        callId,
        serviceIds,
        email: "kin@example.test",
        language: "en",
      });
    },
  },
};
