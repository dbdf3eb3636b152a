import { randomUUID } from "node:crypto";
import * as households from "../../../app/domain/households/index.server";
import { defineRows, insertRow, type Place, type Reach, type Who } from "../authorization-matrix";

type Target = { place: Place; callId: string };
type May = Partial<Record<Who, Reach>>;
const worker: May = {
  hotline_screener: "own",
  community_navigator: "own",
  intake_supervisor: "jurisdiction",
};

export default defineRows<Target>({
  arrange: async (place, owner) => {
    const callId = randomUUID();
    await insertRow(owner, "intake_call", {
      id: callId,
      jurisdiction_id: place.jurisdictionId,
      line: "support_line",
      caller: "family",
      household_id: place.householdId,
      worker_user_id: place.userId,
      kept_service_ids: [],
      started_at: new Date(),
    });
    return { place, callId };
  },
  rows: {
    chooseRecordLinkage: {
      may: { family: "own" },
      untargeted: true,
      call: (ctx) => households.chooseRecordLinkage(ctx, { allowed: false }),
    },
    openCall: { may: worker, untargeted: true, call: (ctx) => households.openCall(ctx, { line: "hotline" }) },
    readCall: { may: worker, call: (ctx, { callId }) => households.readCall(ctx, { callId }) },
    switchCaller: {
      may: worker,
      call: (ctx, { callId }) => households.switchCaller(ctx, { callId, caller: "someone_else" }),
    },
    saveCallDraft: {
      may: worker,
      call: (ctx, { callId }) =>
        households.saveCallDraft(ctx, { callId, draft: { caregiverName: "Marisol" } }),
    },
    saveCallSearch: {
      may: worker,
      call: (ctx, { callId }) => households.saveCallSearch(ctx, { callId, searchLine: "parenting 21215" }),
    },
    keepListings: {
      may: worker,
      call: (ctx, { callId, place }) =>
        households.keepListings(ctx, { callId, serviceIds: [place.serviceId] }),
    },
    endCall: { may: worker, call: (ctx, { callId }) => households.endCall(ctx, { callId }) },
    listTodaysCalls: {
      may: worker,
      call: (ctx) => households.listTodaysCalls(ctx),
      sees: (rows: Awaited<ReturnType<typeof households.listTodaysCalls>>) => rows.map(({ id }) => id),
      row: ({ callId }) => callId,
    },
    countRetention: {
      may: { jurisdiction_admin: "jurisdiction" },
      untargeted: true,
      call: (ctx) => households.countRetention(ctx, { days: { calls: 30, drafts: 2 } }),
    },
    applyRetention: { inside: "the night job's; it refuses everybody but the system" },
    findOpenCall: { may: worker, untargeted: true, call: (ctx) => households.findOpenCall(ctx) },
    chooseKnownFamily: {
      may: worker,
      call: (ctx, { callId, place }) =>
        households.chooseKnownFamily(ctx, { callId, householdId: place.householdId }),
    },
    findKnownFamily: {
      may: worker,
      call: (ctx, { place }) =>
        households.findKnownFamily(ctx, { caregiverName: `Caregiver ${place.householdId.slice(-4, -2)}` }),
      sees: (rows: Awaited<ReturnType<typeof households.findKnownFamily>>) =>
        rows.map(({ householdId }) => householdId),
      row: ({ place }) => place.householdId,
    },
    createFamilyLink: {
      may: worker,
      call: (ctx, { place }) => households.createFamilyLink(ctx, { householdId: place.householdId }),
    },
    requireOpenCall: {
      may: worker,
      call: (ctx, { callId }) => households.requireOpenCall(ctx, { callId }),
    },
    correctContact: {
      may: { family: "own" },
      untargeted: true,
      call: (ctx) => households.correctContact(ctx, { version: 1, phone: "4105550142", contactWay: "call" }),
    },
    bindCallToFamily: { inside: "written while a referral is sent" },
    mailFamilyLink: { inside: "the mail worker's; it refuses everybody but the system" },
    writeFamilyLink: { inside: "written by operations that have found or just made the family" },
    keepHousehold: { inside: "written while a referral is sent" },
    readFamilyDetails: { inside: "read by operations that have found the family's referral or call" },
  },
});
