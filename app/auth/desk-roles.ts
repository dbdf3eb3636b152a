import { type Role, intakeRoles, providerRoles } from "~/domain/kernel/actor";
import { pathTo } from "~/paths";

export type Desk = "intake" | "provider" | "manager" | "admin" | "audit" | "linkage";

const deskRoles: Record<Desk, readonly Role[]> = {
  intake: intakeRoles,
  provider: providerRoles,
  manager: ["program_manager"],
  admin: ["jurisdiction_admin"],
  audit: ["jurisdiction_admin", "auditor"],
  linkage: ["link_reviewer"],
};

/** Whether a role works at a desk. No answer means no. */
export function mayEnter(desk: Desk, role: Role): boolean {
  return deskRoles[desk].includes(role);
}

/** Where a role lands after signing in. */
export function homeOf(role: Role, organizationId: string | null): string {
  if (providerRoles.includes(role))
    return organizationId ? pathTo("/provider/:org/referrals", { org: organizationId }) : pathTo("/account");
  if (intakeRoles.includes(role)) return pathTo("/intake");
  if (role === "program_manager") return pathTo("/manager/goals");
  if (role === "jurisdiction_admin") return pathTo("/admin/people");
  if (role === "link_reviewer") return pathTo("/linkage");
  if (role === "auditor") return pathTo("/admin/audit");
  return pathTo("/account");
}
