import { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { deriveToken } from "~/domain/kernel/derive-token";
import { later } from "~/domain/kernel/durations";
import { Conflict, Forbidden } from "~/domain/kernel/errors";
import { hashToken, newId } from "~/domain/kernel/ids";
import { recordAudit } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { readJurisdiction } from "~/domain/organizations/index.server";
import { linkTo } from "~/paths";
import { authSettings } from "./auth-settings.server";
import { invitedEmail } from "./invite-person.schema";
import { printedLinkHours } from "./session-policy";

const schema = z.object({
  email: invitedEmail,
  name: z.string().trim().min(2, "name_needed").max(100, "name_long").nullish(),
  /** An administrator is there already, and is to stay. */
  another: z.boolean().default(false),
});

/**
 * Invites an administrator of the jurisdiction without anybody who could: answers a link for one use within 24 hours,
 * and writes no mail. An open invitation of the address ends. System only: for who keeps the machine.
 * Conflict: administrator_exists unless `another`, already_member. Throws Invalid for the address and the name.
 */
export async function inviteAdministrator(
  ctx: Ctx,
  input: z.input<typeof schema>,
): Promise<{ link: string; email: string; expiresAt: Date }> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { email, name = null, another } = parseInput(schema, input);
  const { jurisdictionId } = ctx.actor;
  const seat = { jurisdictionId, role: "jurisdiction_admin", organizationId: null };
  // Two commands at once: the second sees the first one's link end.
  await ctx.tx.$queryRaw`select 1 from jurisdiction where id = ${jurisdictionId}::uuid for update`;
  const seated = await ctx.tx.membership.findMany({
    where: { ...seat, endedAt: null },
    select: { user: { select: { email: true } } },
  });
  if (seated.some(({ user }) => user.email.toLowerCase() === email)) throw new Conflict("already_member");
  if (seated.length > 0 && !another) throw new Conflict("administrator_exists");
  const now = ctx.clock.now();
  await ctx.tx.invitation.updateMany({
    where: { ...seat, email, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const id = newId(now);
  const token = deriveToken(authSettings().secret, "invitation", id);
  const expiresAt = later(now, { hours: printedLinkHours });
  const dates = { expiresAt, createdAt: now };
  await ctx.tx.invitation.create({
    data: { id, ...seat, email, name, tokenHash: hashToken(token), ...dates },
  });
  await recordAudit(ctx, { event: "invitation.sent", entity: "Invitation", entityId: id, fields: ["role"] });
  const { address } = await readJurisdiction(ctx);
  const link = linkTo("/invitation/:token", { token }, address ?? authSettings().origin);
  return { link, email, expiresAt };
}
