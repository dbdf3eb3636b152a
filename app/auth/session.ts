import type { Role } from "~/domain/kernel/actor";

/** One workspace that a person may enter. */
export type SessionMembership = {
  id: string;
  role: Role;
  jurisdictionId: string;
  jurisdictionSlug: string;
  /** "Harbor County". */
  jurisdictionName: string;
  jurisdictionTitle: string;
  /** Where to hand over when a child is in danger. */
  crisisPhone: string | null;
  timeZone: string;
  /** Goes up with every change of the jurisdiction's code lists. */
  codeListsVersion: number;
  organizationId: string | null;
  organizationName: string | null;
  mergedOrganizationIds: string[];
  teamName: string | null;
};

/** Who is signed in, read once a request by the server and handed to Remix in the load context. */
export type ResolvedSession = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  locale: string;
  shortcutsOn: boolean;
  largeText: boolean;
  /** 1 password only, 2 with a second factor. */
  aal: number;
  /** "password", "password+totp", "password+backup-code", "passkey", "agency". */
  authMethod: string;
  /** When the person signed in. */
  createdAt: Date;
  twoFactorEnabled: boolean;
  membership: SessionMembership | null;
  memberships: SessionMembership[];
};
