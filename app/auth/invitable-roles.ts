import { type Role, providerRoles, roles } from "~/domain/kernel/actor";

/**
 * Who may invite whom, always inside the own jurisdiction: a jurisdiction's administrator any of its roles; a
 * provider manager the two provider roles of the own organization. The platform's operator is above jurisdictions
 * and is not made by invitation.
 */
export function invitableRoles(inviter: Role): readonly Role[] {
  if (inviter === "jurisdiction_admin") return roles.filter((role) => role !== "platform_operator");
  if (inviter === "provider_manager") return providerRoles;
  return [];
}

/** Provider roles act for one organization; the agency's own for none. */
export function needsOrganization(role: Role): boolean {
  return providerRoles.includes(role);
}
