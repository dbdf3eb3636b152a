import { isRole, providerRoles, type Role } from "~/domain/kernel/actor";
import { env } from "~/env.server";

/** People of `group` at the agency get `role`; `slug` says in which jurisdiction where there are several. */
export type GroupRole = { group: string; role: Role; slug: string | null };

/** The agency's own sign-in: an OpenID provider, and whom it speaks for. */
export type AgencySettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Addresses of this domain alone, "county.example.gov". */
  domain: string;
  groupRoles: GroupRole[];
};

function readGroupRole(words: string): GroupRole {
  const [, group = "", role = "", slug = null] = /^(.+)=([a-z_]+)(?:@([\w-]+))?$/.exec(words) ?? [];
  const given = isRole(role) && role !== "platform_operator" && !providerRoles.includes(role);
  if (!given)
    throw new Error("OIDC_GROUP_ROLES: write group=role or group=role@county, with a role of the agency.");
  return { group, role, slug };
}

/** What the agency's sign-in needs of the environment; null when it is not set. Throws naming OIDC_GROUP_ROLES when it cannot be used. */
export function agencySettings(): AgencySettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_DOMAIN, OIDC_GROUP_ROLES } = env();
  if (!issuer || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_DOMAIN) return null;
  const pairs = (OIDC_GROUP_ROLES ?? "").split(",").map((pair) => pair.trim());
  return {
    issuer: issuer.replace(/\/$/, ""),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    domain: OIDC_DOMAIN.toLowerCase(),
    groupRoles: pairs.filter(Boolean).map(readGroupRole),
  };
}
