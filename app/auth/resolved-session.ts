import type { Role } from "~/domain/kernel/actor";

/** A workspace: one role in one jurisdiction, and for providers one organization. */
export type SessionMembership = {
  id: string;
  role: Role;
  jurisdictionId: string;
  jurisdictionSlug: string;
  jurisdictionTitle: string;
  timeZone: string;
  organizationId: string | null;
  organizationName: string | null;
  teamName: string | null;
};

/** Who is signed in, as every request carries it. */
export type ResolvedSession = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  locale: string;
  shortcutsOn: boolean;
  largeText: boolean;
  /** 1: password. 2: password and a second step. */
  aal: number;
  authMethod: string;
  twoFactorOn: boolean;
  /** When the person signed in. */
  createdAt: Date;
  /** The workspace in use; null when the person has none or has yet to choose. */
  membership: SessionMembership | null;
  memberships: SessionMembership[];
};

/** "Dana R.": how a colleague is named in a history. */
export function shortName(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${last.charAt(0).toUpperCase()}.` : first;
}
