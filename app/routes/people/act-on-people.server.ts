import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { endMembership } from "~/auth/end-membership.server";
import { text, textUpTo } from "~/auth/form-fields";
import { invitePerson } from "~/auth/invite-person.server";
import { revokeInvitation } from "~/auth/revoke-invitation.server";
import { handOverReferrals } from "~/domain/referrals/index.server";

/**
 * The acts of a page of people: look for somebody, invite, take an invitation back, end access. `find` draws the page anew
 * with whom was looked for; the others go back to `path`. Work that somebody held whose access ends goes on to colleagues.
 */
export const peopleActs = <T>(
  path: (args: DeskArgs) => string,
  find: (args: DeskArgs, wanted: string) => Promise<T>,
) =>
  deskActs({
    find: [z.object({ find: textUpTo(200) }), ({ input, ...args }) => find(args, input.find.trim())],
    invite: [
      z.object({ email: text, role: text, organizationId: text, locale: text }),
      async ({ input, ...args }) => {
        await invitePerson(args.ctx, input);
        return redirect(`${path(args)}?invited`, 303);
      },
    ],
    revoke: [
      z.object({ invitation: text }),
      async ({ input, ...args }) => {
        await revokeInvitation(args.ctx, input.invitation);
        return redirect(`${path(args)}?revoked`, 303);
      },
    ],
    end: [
      z.object({ membership: text }),
      async ({ input, ...args }) => {
        const handOver = (membershipId: string) => handOverReferrals(args.ctx, { membershipId });
        await endMembership(args.ctx, input.membership, handOver);
        return redirect(`${path(args)}?ended`, 303);
      },
    ],
  });
