import { intakeRoles } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";
import { findLeaver, heldBy } from "./held-by.server";
import { noteOnReferral } from "../states/note-on-referral.server";

/**
 * What a person who leaves still holds goes to the team: a sender's to the supervisor's list, a provider worker's to the
 * organization, each with an event; clocks and past counts stay as they are. Called in the transaction that ends the
 * role. Answers how many. NotFound for a role out of reach. (domain.md 2.2, pain 18)
 */
export async function handOverReferrals(ctx: Ctx, input: { membershipId: string }): Promise<number> {
  whereFor(ctx, "hand_over", "ServiceReferral");
  const leaver = isId(input.membershipId) ? await findLeaver(ctx, input.membershipId) : null;
  if (!leaver) throw new NotFound();
  const where = await heldBy(ctx, leaver);
  const rows = where ? await ctx.tx.serviceReferral.findMany({ where, orderBy: { id: "asc" } }) : [];
  const sends = (intakeRoles as readonly string[]).includes(leaver.role);
  const data = sends ? { senderUserId: null } : { assignedUserId: null };
  const note = { verb: "hand_over", event: "referral.handed_over", data, reason: "access_ended" };
  for (const row of rows) await noteOnReferral(ctx, row, { ...note, version: row.version });
  return rows.length;
}
