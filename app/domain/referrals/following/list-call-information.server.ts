import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { listCallReferralsSchema } from "../reading/list-inbox.schema";

/** A program whose details a call gave, or to which it was put through. */
export type CallInformation = {
  id: string;
  kind: "details" | "warm";
  serviceId: string;
  serviceName: string;
  /** What its listing tells families, by language, as it is stored. */
  serviceText: unknown;
  organizationName: string;
  createdAt: Date;
};

/** What a call did without telling a program of the family, in order; only of a call that the actor may read. */
export async function listCallInformation(
  ctx: Ctx,
  input: z.input<typeof listCallReferralsSchema>,
): Promise<CallInformation[]> {
  const { callId } = parseInput(listCallReferralsSchema, input);
  const rows = await ctx.tx.informationGiven.findMany({
    where: { callId, call: whereFor(ctx, "read", "IntakeCall") },
    orderBy: { createdAt: "asc" },
    include: {
      service: { select: { name: true, familyText: true, organization: { select: { name: true } } } },
    },
  });
  return rows.map(({ id, kind, serviceId, service, createdAt }) => ({
    id,
    kind: kind === "warm" ? "warm" : "details",
    serviceId,
    serviceName: service.name,
    serviceText: service.familyText,
    organizationName: service.organization.name,
    createdAt,
  }));
}
