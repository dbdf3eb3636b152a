import * as referrals from "../../app/domain/referrals/index.server";
import type { ReferralTarget } from "./arrange-referrals";
import { type Row, readers } from "./authorization-matrix";
import { on, sender, supervisor } from "./referral-inputs";

const nobody = {
  caregiverName: null,
  phone: null,
  email: null,
  contactWay: null,
  messageOk: false,
  bestTimes: null,
  language: "es",
  interpreter: false,
  postalCode: null,
  childAgesMonths: [],
};

/** Rows of answering by mail, and of what goes on after a referral, or whoever had it, has ended. */
export const goingOnRows: Record<string, Row<ReferralTarget>> = {
  readRecordLinkage: {
    may: sender,
    call: (ctx, target) => referrals.readRecordLinkage(ctx, { referralId: target.ids.sent ?? "" }),
  },
  tellRecordLinkage: {
    may: sender,
    call: (ctx, target) =>
      referrals.tellRecordLinkage(ctx, {
        ...{ referralId: target.ids.sent ?? "", allowed: false, how: "phone" },
      }),
  },
  answerByMail: {
    may: { mail_link: "own" },
    untargeted: true,
    call: (ctx) => referrals.answerByMail(ctx, { answer: "accept" }),
  },
  readAnswerOffer: {
    may: { mail_link: "own" },
    untargeted: true,
    call: (ctx) => referrals.readAnswerOffer(ctx),
  },
  writeAnswerLink: { inside: "the mail worker's; it refuses everybody but the system" },
  rerouteReferral: {
    may: sender,
    call: (ctx, target) =>
      referrals.rerouteReferral(ctx, {
        ...on(target, "declined_by_provider"),
        serviceId: target.otherServiceId,
      }),
  },
  suggestPrograms: {
    may: Object.fromEntries(readers.map((who) => [who, "jurisdiction"])),
    untargeted: true,
    call: (ctx, { place }) =>
      referrals.suggestPrograms(ctx, {
        family: nobody,
        needCodes: [],
        service: { id: place.serviceId },
      }),
  },
  listRecentlyClosed: {
    may: supervisor,
    call: (ctx) => referrals.listRecentlyClosed(ctx),
    sees: ({ rows }: Awaited<ReturnType<typeof referrals.listRecentlyClosed>>) => rows.map(({ id }) => id),
    row: ({ ids }) => ids.declined_by_provider ?? "",
  },
  handOverReferrals: {
    may: { provider_manager: "own", jurisdiction_admin: "jurisdiction" },
    call: (ctx, { place }) => referrals.handOverReferrals(ctx, { membershipId: place.leaverId ?? "" }),
  },
  countHeldReferrals: {
    may: { provider_manager: "own", jurisdiction_admin: "jurisdiction" },
    call: (ctx, { place }) => referrals.countHeldReferrals(ctx, { membershipIds: [place.leaverId ?? ""] }),
    sees: (held: Awaited<ReturnType<typeof referrals.countHeldReferrals>>) => Object.keys(held),
    row: ({ place }) => place.leaverId ?? "",
  },
  suspendOrganization: {
    may: { jurisdiction_admin: "jurisdiction" },
    call: (ctx, { place }) =>
      referrals.suspendOrganization(ctx, { id: place.organizationId, version: 1, reason: "No answer" }),
  },
  restoreOrganization: {
    may: { jurisdiction_admin: "jurisdiction" },
    call: async (ctx, { place: { organizationId: id } }) => {
      await referrals.suspendOrganization(ctx, { id, version: 1, reason: "No answer" });
      await referrals.restoreOrganization(ctx, { id, version: 2 });
    },
  },
  sealOrganization: {
    may: { jurisdiction_admin: "jurisdiction" },
    call: async (ctx, { place: { organizationId: id } }) => {
      await ctx.tx.$executeRaw`update membership set ended_at = now() where organization_id = ${id}::uuid`;
      await referrals.sealOrganization(ctx, { id, version: 1, flag: "part2Program" });
    },
  },
  unsealOrganization: {
    may: { jurisdiction_admin: "jurisdiction" },
    call: async (ctx, { place: { organizationId: id } }) => {
      await ctx.tx
        .$executeRaw`update organization set victim_service_provider = true, part2_program = true where id = ${id}::uuid`;
      await referrals.unsealOrganization(ctx, {
        ...{ id, version: 1 },
        flag: "part2Program",
        reason: "A slip",
      });
    },
  },
};
