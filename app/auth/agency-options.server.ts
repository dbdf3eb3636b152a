import type { BetterAuthOptions } from "better-auth";
import { agencyProvider } from "./agency-provider";
import type { AgencySettings } from "./agency-settings.server";
import { refuseStranger } from "./refuse-stranger.server";

/** Of the agency's tokens nothing is kept: they say who somebody is, once. */
export async function keepNoTokens(account: Record<string, unknown>) {
  const none = { accessToken: null, refreshToken: null, idToken: null, scope: null };
  return { data: { ...account, ...none, accessTokenExpiresAt: null, refreshTokenExpiresAt: null } };
}

type UserGate = NonNullable<NonNullable<BetterAuthOptions["user"]>["validateUserInfo"]>;

/** Nobody comes in by another's word, unless it is the agency's and refuseStranger agrees. */
function agencyGate(agency: AgencySettings | undefined): UserGate {
  return async ({ user, source }) => {
    if (source.method !== "oauth") return;
    if (!agency || source.oauth?.providerId !== agencyProvider) return { error: "stranger" };
    const { email_verified: emailVerified, groups } = source.oauth.profile ?? {};
    const error = await refuseStranger(agency, {
      ...{ email: user.email ?? "", emailVerified, groups },
      userId: source.action === "create-user" ? null : (user.id ?? null),
      byAddress: source.action === "link-account",
    });
    return error ? { error } : undefined;
  };
}

/** Who comes in by the agency's word, and what is kept of it. */
export function agencyOptions(agency: AgencySettings | undefined) {
  return {
    user: { validateUserInfo: agencyGate(agency) },
    account: {
      // The way there and back is in a sealed cookie: who only presses the button writes nothing.
      storeStateStrategy: "cookie",
      updateAccountOnSignIn: false,
      accountLinking: { trustedProviders: [agencyProvider] },
    },
  } satisfies BetterAuthOptions;
}
