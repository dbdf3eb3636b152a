import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { listCallReferralsSchema } from "../reading/list-inbox.schema";
import type { StatusMask } from "../reading/referral-views";
import { shownNext } from "../reading/shown-next";
import type { ReferralStatus } from "../states/referral-status";
import { sealingOf } from "./masked-status";

/** What was sent on one call. */
export type CallReferral = {
  id: string;
  number: string;
  serviceId: string;
  serviceName: string;
  /** What its listing tells families, by language, as it is stored. */
  serviceText: unknown;
  organizationName: string;
  status: ReferralStatus;
  /** What is shown instead of a sealed status; `status` then says no more than the mask does. */
  masked: StatusMask | null;
  createdAt: Date;
  /** Null of a sealed one: by when it is answered is not told. */
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
    include: {
      service: { select: { name: true, familyText: true } },
      receivingOrganization: { select: { name: true, victimServiceProvider: true, part2Program: true } },
    },
  });
  const now = ctx.clock.now();
  return rows.map((row) => {
    const { status, masked, dueAt } = shownNext(row, sealingOf(row.receivingOrganization), now);
    return {
      id: row.id,
      number: row.number,
      serviceId: row.serviceId,
      serviceName: row.service.name,
      serviceText: row.service.familyText,
      organizationName: row.receivingOrganization.name,
      status,
      masked,
      createdAt: row.createdAt,
      dueAt,
    };
  });
}
