import type { BetterAuthOptions } from "better-auth";
import { hardSeconds } from "./session-policy";

type SessionHooks = NonNullable<NonNullable<BetterAuthOptions["databaseHooks"]>["session"]>;
type CreateBefore = NonNullable<NonNullable<SessionHooks["create"]>["before"]>;

const methods: Record<string, { authMethod: string; aal: number }> = {
  "/sign-in/email": { authMethod: "password", aal: 1 },
  "/two-factor/verify-totp": { authMethod: "password+totp", aal: 2 },
  "/two-factor/verify-backup-code": { authMethod: "password+backup-code", aal: 2 },
  // The agency asks for its own second step (docs/operations.md).
  "/callback/:id": { authMethod: "agency", aal: 2 },
  "/passkey/verify-authentication": { authMethod: "passkey", aal: 2 },
};

function dateOf(value: unknown): Date | null {
  return value instanceof Date ? value : typeof value === "string" ? new Date(value) : null;
}

/**
 * Puts on every new session how the person proved who they are and when it ends whatever happens. A session that
 * replaces another (a changed password, a finished set-up) keeps the other's end, level and workspace.
 */
export const stampSession: CreateBefore = async (session, context) => {
  const before: Record<string, unknown> = context?.context.session?.session ?? {};
  const method = methods[context?.path ?? ""];
  const hardExpiresAt =
    dateOf(before.hardExpiresAt) ?? new Date(session.createdAt.getTime() + hardSeconds * 1000);
  return {
    data: {
      ...session,
      authMethod: method?.authMethod ?? before.authMethod ?? "password",
      aal: method?.aal ?? before.aal ?? 1,
      membershipId: before.membershipId ?? null,
      hardExpiresAt,
      expiresAt: session.expiresAt < hardExpiresAt ? session.expiresAt : hardExpiresAt,
    },
  };
};
