import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { twoFactor } from "better-auth/plugins/two-factor";
import { agencyOptions, keepNoTokens } from "./agency-options.server";
import { agencyPlugin } from "./agency-plugin.server";
import type { AgencySettings } from "./agency-settings.server";
import { afterHook, beforeHook, type HookSources } from "./auth-hooks.server";
import { hashPassword, verifyPassword } from "./hash-password.server";
import { stampSession } from "./session-hooks.server";
import { passkeyPlugin } from "./passkey-plugin.server";
import * as policy from "./session-policy";

export type AuthSources = HookSources & {
  /** The public origin, "https://referrals.example.gov". */
  origin: string;
  /** The agency's own sign-in; set in its own instance alone. */
  agency?: AgencySettings;
  log: (level: "error" | "warn" | "info" | "debug", message: string) => void;
};

/** Not for a browser: people come by invitation, and nobody switches their own second step off. */
const closedPaths = [
  "/sign-up/email",
  "/request-password-reset",
  "/change-email",
  "/delete-user",
  "/delete-user/callback",
  "/update-user",
  "/update-session",
  "/two-factor/disable",
  "/two-factor/send-otp",
  "/two-factor/verify-otp",
  "/passkey/list-user-passkeys",
  "/passkey/update-passkey",
  "/passkey/delete-passkey",
  "/sso/register",
  "/sso/update-provider",
  "/sso/delete-provider",
  "/sso/providers",
  "/organization/create",
  "/organization/delete",
];

const closedField = { input: false, required: false } as const;

/** better-auth with the policy of stack.md section 1 around it. One instance a process; tests make their own. */
export function createAuth(sources: AuthSources) {
  const { agency } = sources;
  const secure = sources.origin.startsWith("https:");
  return betterAuth({
    appName: "Upstream",
    baseURL: sources.origin,
    basePath: "/api/auth",
    secret: sources.secret,
    trustedOrigins: [sources.origin],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { level: "warn", log: (level, message) => sources.log(level, message) },
    database: prismaAdapter(sources.prisma, { provider: "postgresql", transaction: true }),
    disabledPaths: closedPaths,
    verification: { storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: policy.minPasswordLength,
      maxPasswordLength: policy.maxPasswordLength,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: {
      expiresIn: policy.idleSeconds,
      updateAge: policy.slideSeconds,
      freshAge: policy.freshSeconds,
      // Only resolve-session.server.ts moves the idle clock, and never past the hard end.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: {
        hardExpiresAt: { type: "date", ...closedField },
        authMethod: { type: "string", ...closedField },
        aal: { type: "number", ...closedField },
        membershipId: { type: "string", ...closedField },
      },
    },
    advanced: {
      useSecureCookies: secure,
      cookiePrefix: policy.cookiePrefix,
      // Said aloud, since both are silently off where NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: false },
      // Express removes what the client sent and sets it from the connection.
      ipAddress: { ipAddressHeaders: ["x-client-ip"] },
    },
    plugins: [
      twoFactor({
        issuer: policy.twoStepIssuer,
        totpOptions: { digits: 6, period: 30 },
        backupCodeOptions: { amount: policy.backupCodeCount, storeBackupCodes: "encrypted" },
        accountLockout: {
          enabled: true,
          maxFailedAttempts: policy.allowedFailures,
          durationSeconds: policy.lockSeconds,
        },
      }),
      passkeyPlugin(sources.origin),
      ...(agency ? [agencyPlugin(agency, sources.origin)] : []),
    ],
    hooks: { before: beforeHook(sources), after: afterHook(sources) },
    ...agencyOptions(agency),
    databaseHooks: {
      session: { create: { before: stampSession } },
      account: { create: { before: keepNoTokens } },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
