import type { Ctx } from "../kernel/context";

/** Somebody answered from the organization's own mailbox: from now on it is known to be read, while the address stays. */
export async function noteMailboxAnswered(ctx: Ctx, input: { organizationId: string }): Promise<void> {
  await ctx.tx.$executeRaw`
    update organization set answering_email = email
    where id = ${input.organizationId}::uuid and jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid
      and email is not null and answering_email is distinct from email`;
}
