import type { DeskArgs } from "~/auth/desk.server";
import { invitableRoles } from "~/auth/invitable-roles";
import { listInvitations } from "~/auth/list-invitations.server";
import { listPeople, peoplePageSize } from "~/auth/list-people.server";
import { countHeldReferrals } from "~/domain/referrals/index.server";
import { pageOf, pagesOf } from "~/ui/page-number";

const notices = ["invited", "revoked", "reset", "ended"] as const;

/**
 * What a page of people shows: those in the actor's reach with the referrals they hold, open invitations, and what the last
 * act did. `find` keeps those whose name or email has it; it comes by a form, so that no email stands in an address.
 */
export async function loadPeople({ ctx, session, url }: DeskArgs, find = "") {
  const [page, invited] = [find ? 1 : pageOf(url), pageOf(url, "invited")];
  const { people, total } = await listPeople(ctx, { page, find, language: session.locale });
  const open = await listInvitations(ctx, { page: invited });
  return {
    people,
    find,
    total,
    at: { page, invited },
    onlyOne: total === 1 && !find,
    pages: {
      page: find ? 1 : pagesOf(total, peoplePageSize),
      invited: pagesOf(open.total, peoplePageSize),
    },
    invitations: open.invitations,
    held: await countHeldReferrals(ctx, { membershipIds: people.map(({ membershipId }) => membershipId) }),
    roles: invitableRoles(ctx.actor.role),
    timeZone: session.membership.timeZone,
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
  };
}
