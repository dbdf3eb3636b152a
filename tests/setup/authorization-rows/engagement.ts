import { randomUUID } from "node:crypto";
import * as engagement from "../../../app/domain/engagement/index.server";
import { defineRows, insertRow, type Reach, type Who } from "../authorization-matrix";
import { dayFromNow } from "../day-from-now";
import { insertReferral } from "../insert-referral";

type Target = { enrollable: string; enrolled: string; enrollmentId: string };
const provider: Partial<Record<Who, Reach>> = { provider_worker: "own", provider_manager: "own" };
const today = () => dayFromNow(0);

export default defineRows<Target>({
  arrange: async (place, owner) => {
    const { referralId: enrollable } = await insertReferral(owner, place, "contacting");
    const { referralId: enrolled } = await insertReferral(owner, place, "accepted");
    const enrollmentId = randomUUID();
    await insertRow(owner, "enrollment", {
      id: enrollmentId,
      jurisdiction_id: place.jurisdictionId,
      referral_id: enrolled,
      service_id: place.serviceId,
      organization_id: place.organizationId,
      enrolled_on: today(),
      assigned_user_id: place.userId,
      created_at: new Date(),
    });
    return { enrollable, enrolled, enrollmentId };
  },
  rows: {
    enrollFamily: {
      may: provider,
      call: (ctx, { enrollable }) =>
        engagement.enrollFamily(ctx, { referralId: enrollable, enrolledOn: today() }),
    },
    recordSession: {
      may: provider,
      call: (ctx, { enrollmentId }) =>
        engagement.recordSession(ctx, { enrollmentId, date: today(), status: "attended" }),
    },
    correctEnrollment: {
      may: provider,
      call: (ctx, { enrollmentId }) =>
        engagement.correctEnrollment(ctx, { enrollmentId, version: 1, enrolledOn: today() }),
    },
    endEnrollment: {
      may: provider,
      call: (ctx, { enrollmentId }) =>
        engagement.endEnrollment(ctx, {
          enrollmentId,
          version: 1,
          outcome: "never_started",
          endedOn: today(),
        }),
    },
    undoEnrollment: {
      may: provider,
      call: (ctx, { enrollmentId }) => engagement.undoEnrollment(ctx, { enrollmentId }),
    },
    readEnrollment: {
      may: provider,
      call: (ctx, { enrolled }) => engagement.readEnrollment(ctx, { referralId: enrolled }),
      sees: (view: Awaited<ReturnType<typeof engagement.readEnrollment>>) => (view ? [view.id] : []),
      row: ({ enrollmentId }) => enrollmentId,
    },
    listTakingPart: {
      may: provider,
      call: (ctx) => engagement.listTakingPart(ctx),
      sees: (rows: Awaited<ReturnType<typeof engagement.listTakingPart>>) =>
        rows.map((row) => row.enrollmentId),
      row: ({ enrollmentId }) => enrollmentId,
    },
  },
});
