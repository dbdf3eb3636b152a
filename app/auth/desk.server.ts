import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { inTransaction, type TransactionOptions } from "~/db/transaction.server";
import { providerRoles, type StaffActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { pathTo } from "~/paths";
import { actOnce } from "./act-once.server";
import { answerRefusedForm, asResponse } from "./answer-errors.server";
import { type Desk, mayEnter } from "./desk-roles";
import { standFor } from "./here.server";
import { readForm } from "./read-form.server";
import type { ResolvedSession, SessionMembership } from "./session";
import { refuseEntry } from "./refuse-entry.server";
import { shortName } from "./short-name";
import { pathBack, requireSignedIn } from "./sign-in-first.server";
import { actsOf, type FormActs, type FormSchemas, takeForm } from "./take-form.server";

export type SignedIn = ResolvedSession & { membership: SessionMembership };
export type DeskArgs = {
  ctx: Ctx<StaffActor>;
  params: LoaderFunctionArgs["params"];
  request: Request;
  url: URL;
  session: SignedIn;
};

/** The session of somebody who may enter the desk; else a redirect to sign in, or 403. No answer means no. */
export async function requireDesk(desk: Desk, args: LoaderFunctionArgs): Promise<SignedIn> {
  const { request, context, params } = args;
  const session = requireSignedIn(request, context.session);
  if (!session.membership) throw redirect(`${pathTo("/choose")}?to=${encodeURIComponent(pathBack(request))}`);
  if (!mayEnter(desk, session.membership.role)) throw await refuseEntry(session.membership.jurisdictionId);
  const { organizationId, mergedOrganizationIds } = session.membership;
  if (desk === "provider" && params.org !== organizationId) {
    // A link into an organization that went into the own one: the same page there.
    if (params.org && mergedOrganizationIds.includes(params.org))
      throw redirect(pathBack(request).replace(params.org, organizationId ?? ""));
    throw new Response(null, { status: 404 });
  }
  return session as SignedIn;
}

function actorOf(session: SignedIn): StaffActor {
  const { membership } = session;
  return {
    kind: "staff",
    userId: session.userId,
    membershipId: membership.id,
    role: membership.role,
    jurisdictionId: membership.jurisdictionId,
    organizationId: membership.organizationId,
    mergedOrganizationIds: membership.mergedOrganizationIds,
    teamName: membership.teamName,
    name: shortName(session.name),
  };
}

/** The one transaction of a desk's request, with who asks. */
export async function inDesk<T>(
  session: SignedIn,
  args: LoaderFunctionArgs,
  run: (args: DeskArgs) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const actor = actorOf(session);
  await standFor(actor.jurisdictionId, args.context.here);
  const reach = {
    jurisdictionId: actor.jurisdictionId,
    // Row-level security confines to the organization that receives; agency staff may belong to one and send.
    organizationId: providerRoles.includes(actor.role) ? actor.organizationId : null,
    actorId: actor.userId,
  };
  return inTransaction(
    reach,
    (tx) =>
      run({
        ctx: { actor, tx, clock: systemClock, requestId: args.context.requestId },
        params: args.params,
        request: args.request,
        url: new URL(args.request.url),
        session,
      }),
    options,
  );
}

/**
 * A desk's page: guards, opens the request's one transaction, runs. One desk loader a page; layouts have none. `options` are
 * for what takes long, such as an export.
 */
export function deskLoader<T>(
  desk: Desk,
  run: (args: DeskArgs) => Promise<T>,
  options: Pick<TransactionOptions, "snapshot" | "timeout"> = {},
) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    const session = await requireDesk(desk, args);
    try {
      return await inDesk(session, args, run, options);
    } catch (error) {
      throw asResponse(error);
    }
  };
}

type DeskActs<S extends FormSchemas> = FormActs<DeskArgs, S>;

export const deskActs = actsOf<DeskArgs>();

type FormOptions = {
  /** What is kept of a form that was refused, in a transaction of its own: the act's is rolled back whole. */
  onRefusal?: (args: DeskArgs & { typed: Record<string, string> }) => Promise<unknown>;
  /** Milliseconds, for what takes long. */
  timeout?: number;
};

/**
 * A desk's forms, by intent: the fields as their schema reads them, then the act in the request's one transaction. What it
 * returns is committed, a redirect too; what it throws is rolled back. An unknown intent answers 404, refused input 422,
 * a row that moved on 409; the last two with what was wrong and what was typed.
 */
export function deskAction<S extends FormSchemas, A extends DeskActs<S>>(
  desk: Desk,
  acts: A & DeskActs<S>,
  { onRefusal, timeout }: FormOptions = {},
) {
  return async (args: ActionFunctionArgs) => {
    const session = await requireDesk(desk, args);
    const form = await readForm(args.request);
    try {
      const act = takeForm<DeskArgs, S, A>(acts, form);
      return await inDesk(session, args, (desk) => actOnce(desk.ctx, desk.url, form, () => act(desk)), {
        timeout,
      });
    } catch (error) {
      const { typed } = form;
      const answer = answerRefusedForm(error, typed);
      if (!onRefusal) return answer;
      try {
        await inDesk(session, args, (deskArgs) => onRefusal({ ...deskArgs, typed }));
      } catch (notKept) {
        throw asResponse(notKept);
      }
      return answer;
    }
  };
}
