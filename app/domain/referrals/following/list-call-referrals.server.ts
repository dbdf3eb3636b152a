import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { listCallReferralsSchema } from "../reading/list-inbox.schema";
import type { ReferralStatus } from "../states/referral-status";

/** What was sent on one call. */
export type CallReferral = {
  id: string;
  number: string;
  serviceId: string;
  serviceName: string;
  organizationName: string;
  status: ReferralStatus;
  createdAt: Date;
  dueAt: Date | null;
};

/** The referrals made on a call, in order; only those the actor may read. */
export async function listCallReferrals(
  ctx: Ctx,
  input: z.input<typeof listCallReferralsSchema>,
): Promise<CallReferral[]> {
  const { callId } = parseInput(listCallReferralsSchema, input);
  const reach = whereFor(ctx, "answer", "ServiceReferral");
  const rows = await ctx.tx.serviceReferral.findMany({
    where: { AND: [reach, { callId }] },
    orderBy: { createdAt: "asc" },
    include: { service: { select: { name: true } }, receivingOrganization: { select: { name: true } } },
  });
  return rows.map(({ id, number, serviceId, status, createdAt, dueAt, service, receivingOrganization }) => ({
    id,
    number,
    serviceId,
    serviceName: service.name,
    organizationName: receivingOrganization.name,
    status,
    createdAt,
    dueAt,
  }));
}
