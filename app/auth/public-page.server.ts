import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { database } from "~/db/client.server";
import { inTransaction } from "~/db/transaction.server";
import type { FamilyActor, MailLinkActor, PublicActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { hashToken } from "~/domain/kernel/ids";
import { actOnce } from "./act-once.server";
import { answerRefusedForm, asResponse } from "./answer-errors.server";
import { addressElsewhere, jurisdictionHere } from "./here.server";
import { mailLinkActor } from "./mail-link-actor.server";
import { readForm } from "./read-form.server";
import { actsOf, type FormActs, type FormSchemas, takeForm } from "./take-form.server";

/** Who comes without an account. */
type Visitor = PublicActor | FamilyActor | MailLinkActor;
type PublicArgs<A extends Visitor> = {
  ctx: Ctx<A>;
  params: LoaderFunctionArgs["params"];
  request: Request;
  url: URL;
};

/** Nobody in particular, in the jurisdiction whose address was asked; NotFound where nobody has this address. */
async function publicActor({ context }: LoaderFunctionArgs): Promise<PublicActor> {
  const jurisdictionId = await jurisdictionHere(context.here);
  if (!jurisdictionId) throw new NotFound();
  return { kind: "public", jurisdictionId };
}

/** A link of one jurisdiction that is opened at another's address leads to its own; a form sent there is not found. */
async function leadHome(
  { jurisdictionId }: Visitor,
  { context, request }: LoaderFunctionArgs,
): Promise<void> {
  const address = await addressElsewhere(jurisdictionId, context.here);
  if (!address) return;
  if (request.method !== "GET" && request.method !== "HEAD") throw new NotFound();
  const { pathname, search } = new URL(request.url);
  throw redirect(address + pathname + search);
}

/** Who holds the private link of the path; NotFound for an unknown, ended or revoked one alike. */
async function familyActor(params: LoaderFunctionArgs["params"]): Promise<FamilyActor> {
  const rows = await database().prisma.$queryRaw<
    { id: string; household_id: string; jurisdiction_id: string }[]
  >`
    select id, household_id, jurisdiction_id from find_family_link(${hashToken(params.token ?? "")})`;
  const link = rows[0];
  if (!link) throw new NotFound();
  return {
    kind: "family",
    linkId: link.id,
    householdId: link.household_id,
    jurisdictionId: link.jurisdiction_id,
  };
}

/** Nobody in particular, in the jurisdiction of the check whose link is in the path; NotFound for an unknown link. */
async function checkHolder(params: LoaderFunctionArgs["params"]): Promise<PublicActor> {
  const rows = await database().prisma.$queryRaw<{ jurisdiction_id: string }[]>`
    select jurisdiction_id from find_listing_check(${hashToken(params.token ?? "")})`;
  if (!rows[0]) throw new NotFound();
  return { kind: "public", jurisdictionId: rows[0].jurisdiction_id };
}

async function run<A extends Visitor, T>(
  actor: A,
  args: LoaderFunctionArgs,
  page: (args: PublicArgs<A>) => Promise<T>,
): Promise<T> {
  await leadHome(actor, args);
  const organizationId = actor.kind === "mail_link" ? actor.homeOrganizationId : null;
  const reach = { jurisdictionId: actor.jurisdictionId, organizationId, actorId: null };
  return inTransaction(reach, (tx) =>
    page({
      ctx: { actor, tx, clock: systemClock, requestId: args.context.requestId },
      params: args.params,
      request: args.request,
      url: new URL(args.request.url),
    }),
  );
}

type Page<A extends Visitor, T> = (args: PublicArgs<A>) => Promise<T>;

function loaderFor<A extends Visitor, T>(
  actorOf: (args: LoaderFunctionArgs) => Promise<A>,
  page: Page<A, T>,
) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    try {
      return await run(await actorOf(args), args, page);
    } catch (error) {
      throw asResponse(error);
    }
  };
}

/** Forms by intent, as deskAction takes them, in the one transaction of whoever `actorOf` says comes. */
const actionFor =
  <V extends Visitor>(actorOf: (args: LoaderFunctionArgs, typed: Record<string, string>) => Promise<V>) =>
  <S extends FormSchemas, A extends FormActs<PublicArgs<V>, S>>(acts: A & FormActs<PublicArgs<V>, S>) =>
  async (args: ActionFunctionArgs) => {
    const form = await readForm(args.request);
    try {
      const act = takeForm<PublicArgs<V>, S, A>(acts, form);
      const actor = await actorOf(args, form.typed);
      if (args.params["token"]) return await run(actor, args, act);
      return await run(actor, args, (page) => actOnce(page.ctx, page.url, form, () => act(page)));
    } catch (error) {
      return answerRefusedForm(error, form.typed);
    }
  };

/** A public page: reads published listings, as nobody in particular. */
export function publicLoader<T>(page: Page<PublicActor, T>) {
  return loaderFor(publicActor, page);
}
export type PublicPageArgs = PublicArgs<PublicActor>;
export const publicActs = actsOf<PublicArgs<PublicActor>>();
export const publicAction = actionFor(publicActor);

/** A family's own page, by the private link in the path. */
export function familyLoader<T>(page: Page<FamilyActor, T>) {
  return loaderFor(({ params }) => familyActor(params), page);
}
export const familyActs = actsOf<PublicArgs<FamilyActor>>();
export const familyAction = actionFor(({ params }) => familyActor(params));

/** The page of a listing check, by the link of its mail: no sign-in. */
export function checkLoader<T>(page: Page<PublicActor, T>) {
  return loaderFor(({ params }) => checkHolder(params), page);
}
export const checkAction = actionFor(({ params }) => checkHolder(params));

/** The page behind the link of a notice to a provider: one referral, one answer. */
export function mailLinkLoader<T>(page: Page<MailLinkActor, T>) {
  return loaderFor(({ params }) => mailLinkActor(params), page);
}
export const mailLinkActs = actsOf<PublicArgs<MailLinkActor>>();
export const mailLinkAction = actionFor(({ params }, typed) => mailLinkActor(params, typed));
