import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { pathTo } from "~/paths";
import { agencyProvider } from "./agency-provider";
import type { AgencySettings } from "./agency-settings.server";

/** The agency's OpenID provider: authorization code with PKCE, state and nonce; its ID token is checked with its keys. */
export function agencyPlugin({ issuer, clientId, clientSecret }: AgencySettings, origin: string) {
  return genericOAuth({
    config: [
      {
        providerId: agencyProvider,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        redirectURI: origin + pathTo("/sign-in/agency/back"),
        scopes: ["openid", "email", "profile"],
        pkce: true,
        requireIdTokenVerification: true,
        mapProfileToUser: ({ name, email }: Record<string, unknown>) => ({
          name:
            typeof name === "string" && name.trim() ? name.trim().slice(0, 100) : String(email).split("@")[0],
          // refuseStranger lets nobody past whose address the agency calls unverified.
          emailVerified: true,
          image: undefined,
        }),
      },
    ],
  });
}
