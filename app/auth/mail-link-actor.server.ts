import type { LoaderFunctionArgs } from "@remix-run/node";
import { database } from "~/db/client.server";
import { type MailLinkActor, isRole, providerRoles } from "~/domain/kernel/actor";
import { NotFound } from "~/domain/kernel/errors";
import { hashToken, isId } from "~/domain/kernel/ids";
import { cleanText } from "~/domain/kernel/clean-text";
import { shortName } from "./short-name";

type Link = {
  id: string;
  jurisdiction_id: string;
  organization_id: string;
  referral_id: string;
  membership_id: string | null;
  home_organization_id: string;
};
export type Answerer = { membershipId: string; name: string };

const provides = { endedAt: null, role: { in: [...providerRoles] } };

async function findLink(token: string): Promise<Link> {
  const rows = await database().prisma.$queryRaw<Link[]>`
    select l.id, l.jurisdiction_id, l.organization_id, l.referral_id, l.membership_id,
      coalesce(o.merged_into_id, o.id) as home_organization_id
    from find_answer_link(${hashToken(token)}) l join organization o on o.id = l.organization_id`;
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

async function personOf(link: Link, membershipId: string): Promise<MailLinkActor["person"]> {
  const row = await database().prisma.membership.findFirst({
    where: {
      ...provides,
      id: membershipId,
      jurisdictionId: link.jurisdiction_id,
      organizationId: link.home_organization_id,
    },
    select: { userId: true, role: true, user: { select: { name: true } } },
  });
  if (!row || !isRole(row.role)) return null;
  return { userId: row.userId, role: row.role, name: shortName(row.user.name) };
}

/** Somebody behind the organization's mailbox who has no access of its own, by the name that it gives. */
function somebodyNamed(typed = ""): MailLinkActor["person"] {
  const name = cleanText(typed).replace(/\s+/g, " ").trim().slice(0, 60);
  return name ? { userId: null, role: "provider_worker", name: shortName(name) } : null;
}

/**
 * Who holds the link of a notice to a provider (params.token): the person it was addressed to, while that person still
 * works there; for the organization's mailbox, the colleague chosen in the form, or who wrote a name there. NotFound for an unknown link, and for
 * one of a person who has left.
 */
export async function mailLinkActor(
  params: LoaderFunctionArgs["params"],
  said: { person?: string; personName?: string } = {},
): Promise<MailLinkActor> {
  const link = await findLink(params["token"] ?? "");
  const chosen = link.membership_id ?? said.person;
  const person = isId(chosen) ? await personOf(link, chosen) : somebodyNamed(said.personName);
  if (link.membership_id && !person?.userId) throw new NotFound();
  return {
    kind: "mail_link",
    linkId: link.id,
    referralId: link.referral_id,
    organizationId: link.organization_id,
    homeOrganizationId: link.home_organization_id,
    jurisdictionId: link.jurisdiction_id,
    person,
  };
}

/** The colleagues who may answer from a mailbox that several read: short names only; none for a person's own link. */
export async function listAnswerers(actor: MailLinkActor): Promise<Answerer[]> {
  if (actor.person) return [];
  const rows = await database().prisma.membership.findMany({
    where: {
      ...provides,
      jurisdictionId: actor.jurisdictionId,
      organizationId: actor.homeOrganizationId,
    },
    select: { id: true, userId: true, user: { select: { name: true } } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    distinct: ["userId"],
  });
  return rows.map(({ id, user }) => ({ membershipId: id, name: shortName(user.name) }));
}
