import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { answerRefusedForm } from "~/auth/answer-errors.server";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { endMembership } from "~/auth/end-membership.server";
import { text, textUpTo } from "~/auth/form-fields";
import { invitePerson } from "~/auth/invite-person.server";
import { resetSecondStep } from "~/auth/reset-second-step.server";
import { revokeInvitation } from "~/auth/revoke-invitation.server";
import { handOverReferrals } from "~/domain/referrals/index.server";

/**
 * The acts of a page of people: look for somebody, invite, take an invitation back, reset a second step, end access. `find` draws the page anew
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
    "reset-step": [
      z.object({ membership: text, reason: text, find: textUpTo(200) }),
      async ({ input: { find: wanted, ...input }, ...args }) => {
        try {
          await resetSecondStep(args.ctx, input);
        } catch (error) {
          // Refused before anything was written: the row stays in sight, which the first page may not have.
          const { data: refusal, init } = answerRefusedForm(error, input);
          return data({ ...(await find(args, wanted)), ...refusal }, init ?? {});
        }
        return redirect(`${path(args)}?reset`, 303);
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
