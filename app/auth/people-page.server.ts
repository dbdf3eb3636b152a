import { data, redirect } from "@remix-run/node";
import { answerRefusal } from "./answer-errors.server";
import type { DeskArgs } from "./desk.server";
import { endMembership } from "./end-membership.server";
import { invitableRoles } from "./invitable-roles";
import { invitePerson } from "./invite-person.server";
import { listInvitations } from "./list-invitations.server";
import { listPeople, peoplePageSize } from "./list-people.server";
import { revokeInvitation } from "./revoke-invitation.server";

const notices = ["invited", "revoked", "ended"] as const;

/** What a page of people shows: those in the actor's reach, open invitations, and what the last act did. */
export async function loadPeoplePage({ ctx, session, url }: DeskArgs) {
  const page = Math.max(1, Number(url.searchParams.get("page")) || 1);
  const { people, total } = await listPeople(ctx, { page });
  return {
    people,
    page,
    onlyOne: total === 1,
    pages: Math.max(1, Math.ceil(total / peoplePageSize)),
    invitations: await listInvitations(ctx),
    roles: invitableRoles(ctx.actor.role),
    timeZone: session.membership.timeZone,
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
  };
}

/**
 * Invite, take an invitation back or end access, then back to `path`. A refused invitation keeps what was typed.
 * `handOver`: what becomes of the work of somebody whose access ends.
 */
export async function actOnPeople(
  { ctx, form }: DeskArgs & { form: FormData },
  path: string,
  handOver: (membershipId: string) => Promise<unknown>,
) {
  const intent = form.get("intent");
  if (intent === "revoke") {
    await revokeInvitation(ctx, form.get("invitation"));
    return redirect(`${path}?revoked`, 303);
  }
  if (intent === "end") {
    await endMembership(ctx, form.get("membership"), handOver);
    return redirect(`${path}?ended`, 303);
  }
  const typed = Object.fromEntries(
    ["email", "role", "organizationId", "locale"].map((name) => [
      name,
      String(form.get(name) ?? "").slice(0, 300),
    ]),
  );
  try {
    await invitePerson(ctx, typed);
  } catch (error) {
    // Refused before anything was written; what was typed goes back to the form.
    const answer = answerRefusal(error);
    return data({ ...answer.data, typed }, answer.init ?? {});
  }
  return redirect(`${path}?invited`, 303);
}
