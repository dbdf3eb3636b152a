/** Whether an organization may be sent families (domain.md 2.2), as far as its own row says. */
export type OrganizationStanding = "ready" | "suspended" | "vetting_ended" | "merged";

/** How long before its end a vetting shows in the administrator's list. */
export const vettingNoticeDays = 60;
/** Fewer people than this, and one who leaves shuts the organization (domain.md 3, pain 19). */
export const peopleWanted = 2;

export type StandingFacts = { status: string; vettedUntil: Date | null; mergedIntoId: string | null };

/** `today` is the jurisdiction's own date, YYYY-MM-DD. Never vetted is no bar: an imported organization is sent families by mail. */
export function standingOf(row: StandingFacts, today: string): OrganizationStanding {
  if (row.mergedIntoId) return "merged";
  if (row.status === "suspended") return "suspended";
  if (row.vettedUntil && row.vettedUntil.toISOString().slice(0, 10) < today) return "vetting_ended";
  return "ready";
}

export type VettingState = "never" | "valid" | "ends_soon" | "ended";

export function vettingOf(vettedUntil: Date | null, today: string): VettingState {
  if (!vettedUntil) return "never";
  const end = vettedUntil.toISOString().slice(0, 10);
  if (end < today) return "ended";
  const notice = new Date(`${today}T00:00:00Z`).getTime() + vettingNoticeDays * 86_400_000;
  return vettedUntil.getTime() <= notice ? "ends_soon" : "valid";
}
