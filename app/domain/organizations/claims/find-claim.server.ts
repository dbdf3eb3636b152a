import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";

export type ClaimRow = Prisma.OrganizationClaimGetPayload<object>;

/** The claim that the actor may decide, in one of the states and at the version that was read. Throws NotFound, Conflict. */
export async function findClaim(
  ctx: Ctx,
  key: { claimId: string; version: number },
  status: string,
): Promise<ClaimRow> {
  const reach = whereFor(ctx, "decide", "OrganizationClaim");
  const row = isId(key.claimId)
    ? await ctx.tx.organizationClaim.findFirst({ where: { AND: [reach, { id: key.claimId }] } })
    : null;
  if (!row) throw new NotFound();
  if (row.version !== key.version || row.status !== status) throw new Conflict("claim_changed");
  return row;
}

/** Moves a claim on, if nobody was faster. */
export async function changeClaim(
  ctx: Ctx,
  row: ClaimRow,
  data: Prisma.OrganizationClaimUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await ctx.tx.organizationClaim.updateMany({
    where: {
      AND: [
        whereFor(ctx, "decide", "OrganizationClaim"),
        { id: row.id, version: row.version, status: row.status },
      ],
    },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("claim_changed");
}
