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

const pageOf = (url: URL, name: string) =>
  Math.min(100_000, Math.max(1, Math.trunc(Number(url.searchParams.get(name))) || 1));
const pagesOf = (total: number) => Math.max(1, Math.ceil(total / peoplePageSize));

/** What was looked for in the form of a page of people; null when the form asked for something else. */
export const findOf = (form: FormData) =>
  form.get("intent") === "find"
    ? String(form.get("find") ?? "")
        .trim()
        .slice(0, 200)
    : null;

/**
 * What a page of people shows: those in the actor's reach, open invitations, and what the last act did. `find` keeps those
 * whose name or email has it; it comes by a form, so that no email stands in an address.
 */
export async function loadPeoplePage({ ctx, session, url }: DeskArgs, find = "") {
  const [page, invited] = [find ? 1 : pageOf(url, "page"), pageOf(url, "invited")];
  const { people, total } = await listPeople(ctx, { page, find });
  const open = await listInvitations(ctx, { page: invited });
  return {
    people,
    find,
    total,
    at: { page, invited },
    onlyOne: total === 1 && !find,
    pages: { page: find ? 1 : pagesOf(total), invited: pagesOf(open.total) },
    invitations: open.invitations,
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
