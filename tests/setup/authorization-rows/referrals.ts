import { randomUUID } from "node:crypto";
import * as referrals from "../../../app/domain/referrals/index.server";
import { type ReferralTarget, arrangeReferrals } from "../arrange-referrals";
import { defineRows } from "../authorization-matrix";
import { dayFromNow } from "../day-from-now";
import { sendingRows } from "../sending-rows";
import { goingOnRows } from "../going-on-rows";
import { answerer, provider, sender, supervisor, family, on, consent, attempts } from "../referral-inputs";
import { undoNo, undoTry } from "../undo-try";

export default defineRows<ReferralTarget>({
  arrange: arrangeReferrals,
  rows: {
    ...sendingRows,
    giveDetailsOnly: {
      may: {
        hotline_screener: "jurisdiction",
        community_navigator: "jurisdiction",
        intake_supervisor: "jurisdiction",
      },
      call: (ctx, { place }) => referrals.giveDetailsOnly(ctx, { serviceId: place.serviceId }),
    },
    recordFamilyYes: {
      may: { ...sender, community_navigator: "jurisdiction" },
      call: (ctx, target) =>
        referrals.recordFamilyYes(ctx, { ...on(target, "awaiting_family_yes"), messageOk: false, consent }),
    },
    answerQuestion: {
      may: sender,
      call: (ctx, target) =>
        referrals.answerQuestion(ctx, { ...on(target, "needs_information"), answer: "Evenings." }),
    },
    withdrawReferral: {
      may: sender,
      call: (ctx, target) =>
        referrals.withdrawReferral(ctx, { ...on(target, "sent"), reasonCode: "needs_changed" }),
    },
    requestWithdrawal: {
      may: sender,
      call: (ctx, target) =>
        referrals.requestWithdrawal(ctx, { ...on(target, "accepted"), reasonCode: "needs_changed" }),
    },
    ...goingOnRows,
    settleFollowUp: {
      may: sender,
      call: (ctx, target) => referrals.settleFollowUp(ctx, on(target, "declined_by_provider")),
    },
    markEnteredInError: {
      may: sender,
      call: (ctx, target) =>
        referrals.markEnteredInError(ctx, { ...on(target, "sent"), reason: "Typed twice" }),
    },
    listFollowUps: {
      may: { ...sender, intake_supervisor: "jurisdiction" },
      call: (ctx) =>
        referrals.listFollowUps(ctx, {
          scope: ctx.actor.kind === "staff" && ctx.actor.role === "intake_supervisor" ? "team" : "mine",
        }),
      sees: ({ rows }: Awaited<ReturnType<typeof referrals.listFollowUps>>) => rows.map(({ id }) => id),
      row: (target) => target.ids.sent ?? "",
    },
    countFollowUps: {
      may: sender,
      untargeted: true,
      call: (ctx) => referrals.countFollowUps(ctx),
    },
    listSent: {
      may: { ...sender, intake_supervisor: "jurisdiction" },
      call: (ctx) => referrals.listSent(ctx, {}),
      sees: ({ rows }: Awaited<ReturnType<typeof referrals.listSent>>) => rows.map(({ id }) => id),
      row: (target) => target.ids.sent ?? "",
    },
    listCallInformation: {
      may: sender,
      untargeted: true,
      call: (ctx) => referrals.listCallInformation(ctx, { callId: randomUUID() }),
    },
    listCallReferrals: {
      may: sender,
      untargeted: true,
      call: (ctx) => referrals.listCallReferrals(ctx, { callId: randomUUID() }),
    },
    readReferral: {
      may: { ...provider, ...sender },
      call: (ctx, target) => referrals.readReferral(ctx, { referralId: target.ids.sent ?? "" }),
    },
    listInbox: {
      may: provider,
      call: (ctx) => referrals.listInbox(ctx, { stage: "new" }),
      sees: (inbox: Awaited<ReturnType<typeof referrals.listInbox>>) => inbox.rows.map(({ id }) => id),
      row: (target) => target.ids.sent ?? "",
    },
    countInbox: {
      may: provider,
      untargeted: true,
      call: (ctx) => referrals.countInbox(ctx, { stage: "new" }),
    },
    findNextInInbox: {
      may: provider,
      call: (ctx) => referrals.findNextInInbox(ctx, { stage: "new", referralId: randomUUID() }),
      sees: (next: string | null) => (next ? [next] : []),
      row: (target) => target.ids.sent ?? "",
    },
    readOwnPerformance: { may: provider, untargeted: true, call: (ctx) => referrals.readOwnPerformance(ctx) },
    countNewFamilies: {
      may: provider,
      untargeted: true,
      call: (ctx) => referrals.countNewFamilies(ctx, { since: new Date(0) }),
    },
    acceptReferral: {
      may: answerer,
      call: (ctx, target) => referrals.acceptReferral(ctx, on(target, "sent")),
    },
    waitlistReferral: {
      may: answerer,
      call: (ctx, target) => referrals.waitlistReferral(ctx, { ...on(target, "sent"), familyAgreed: true }),
    },
    declineReferral: {
      may: answerer,
      call: (ctx, target) =>
        referrals.declineReferral(ctx, { ...on(target, "sent"), reasonCode: "no_capacity" }),
    },
    askSender: {
      may: answerer,
      call: (ctx, target) => referrals.askSender(ctx, { ...on(target, "sent"), question: "Which evenings?" }),
    },
    remindLater: { may: provider, call: (ctx, target) => referrals.remindLater(ctx, on(target, "sent")) },
    undoLastAct: {
      may: provider,
      call: (ctx, target) => referrals.undoLastAct(ctx, { referralId: target.undoable, version: 1 }),
    },
    recordContactAttempt: {
      may: { ...provider, intake_supervisor: "jurisdiction" },
      call: (ctx, target) => referrals.recordContactAttempt(ctx, attempts(target.ids.contacting ?? "")),
    },
    undoContactAttempt: {
      may: { ...provider, intake_supervisor: "jurisdiction" },
      call: undoTry,
    },
    holdReferral: {
      may: { ...provider, ...family },
      call: (ctx, target) =>
        referrals.holdReferral(ctx, { ...on(target, "contacting"), resumeBy: dayFromNow(2) }),
    },
    scheduleReferral: {
      may: provider,
      call: (ctx, target) =>
        referrals.scheduleReferral(ctx, { ...on(target, "contacting"), on: dayFromNow(2) }),
    },
    recordFamilyNo: {
      may: { ...provider, ...sender },
      call: (ctx, target) =>
        referrals.recordFamilyNo(ctx, { ...on(target, "waitlisted"), reasonCode: "transport" }),
    },
    undoFamilyNo: { may: { ...sender, community_navigator: "jurisdiction" }, call: undoNo },
    recordUnreachable: {
      may: { community_navigator: "jurisdiction", intake_supervisor: "jurisdiction" },
      call: (ctx, target) => referrals.recordUnreachable(ctx, on(target, "awaiting_family_yes")),
    },
    confirmWaitlist: {
      may: provider,
      call: (ctx, target) => referrals.confirmWaitlist(ctx, on(target, "waitlisted")),
    },
    confirmWithdrawal: {
      may: provider,
      call: (ctx, target) => referrals.confirmWithdrawal(ctx, { referralId: target.asked, version: 1 }),
    },
    refuseWithdrawal: {
      may: provider,
      call: (ctx, target) => referrals.refuseWithdrawal(ctx, { referralId: target.asked, version: 1 }),
    },
    keepToOurselves: {
      may: provider,
      call: async (ctx, target) => {
        const { organizationId } = target.place;
        await ctx.tx
          .$executeRaw`update organization set victim_service_provider = true where id = ${organizationId}::uuid`;
        return referrals.keepToOurselves(ctx, on(target, "contacting"));
      },
    },
    connectReferral: { inside: "taken by the system inside recordSession" },
    readReferralNotice: { inside: "the mail worker's; it refuses everybody but the system" },
    recordMissedStart: { inside: "taken inside recordSession" },
    readFamilyPage: {
      may: family,
      call: (ctx) => referrals.readFamilyPage(ctx),
      sees: (page: Awaited<ReturnType<typeof referrals.readFamilyPage>>) =>
        page.referrals.map(({ id }) => id),
      row: (target) => target.ids.sent ?? "",
    },
    familyAccepts: {
      may: family,
      call: async (ctx, target) => {
        const offer = on(target, "awaiting_family_yes");
        const page = await referrals.readFamilyPage(ctx);
        const shown = page.referrals.find(({ id }) => id === offer.referralId)?.ask?.es ?? "";
        return referrals.familyAccepts(ctx, { ...offer, language: "es", wordsShown: shown });
      },
    },
    familyDeclines: {
      may: family,
      call: (ctx, target) =>
        referrals.familyDeclines(ctx, { ...on(target, "sent"), reasonCode: "not_interested" }),
    },
    resumeReferral: {
      may: family,
      call: async (ctx, target) => {
        const paused = on(target, "contacting");
        await ctx.tx
          .$executeRaw`update service_referral set status = 'on_hold' where id = ${paused.referralId}::uuid`;
        return referrals.resumeReferral(ctx, paused);
      },
    },
    fixContact: {
      may: { family: "own" },
      untargeted: true,
      call: (ctx) => referrals.fixContact(ctx, { version: 1, phone: "4105550142", contactWay: "call" }),
    },
    stopSharing: {
      may: family,
      call: (ctx, target) => referrals.stopSharing(ctx, { referralId: target.ids.sent ?? "" }),
    },
    giveFeedback: {
      may: family,
      call: (ctx, target) =>
        referrals.giveFeedback(ctx, { referralId: target.ids.sent ?? "", helped: "yes", saysServed: true }),
    },
    reassignReferral: {
      may: supervisor,
      call: (ctx, target) =>
        referrals.reassignReferral(ctx, { ...on(target, "sent"), toUserId: target.place.userId }),
    },
    reopenReferral: {
      may: supervisor,
      call: (ctx, target) =>
        referrals.reopenReferral(ctx, { ...on(target, "declined_by_provider"), reason: "Room again" }),
    },
    listParkedServices: {
      may: { ...sender, community_navigator: "jurisdiction" },
      call: (ctx, { place }) => referrals.listParkedServices(ctx, { householdId: place.householdId }),
    },
    measureFirstContact: { inside: "the night's job; the operation itself refuses everybody but the system" },
    expireOverdue: { inside: "the clock's job; the operation itself refuses everybody but the system" },
  },
});
