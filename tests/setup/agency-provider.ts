import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration } from "oidc-provider";
import type { AgencySettings } from "../../app/auth/agency-settings.server";

/** Somebody with an account at the agency, as its provider speaks of them. */
export type AgencyPerson = {
  sub: string;
  email: string;
  email_verified?: boolean;
  name?: string;
  groups?: string[];
};

export type Agency = {
  settings: AgencySettings;
  /** Signs in there as a person, or refuses to (null), and answers the address it leads back to. */
  signIn(url: string, person: AgencyPerson | null): Promise<URL>;
  stop(): void;
};

const seconds = 60;

function configuration(portal: string, secret: string, people: Map<string, AgencyPerson>): Configuration {
  return {
    clients: [
      {
        client_id: "upstream",
        client_secret: secret,
        redirect_uris: [`${portal}/sign-in/agency/back`],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ["plainly-invented"] },
    ttl: {
      ...{ Session: seconds, Grant: seconds, Interaction: seconds },
      ...{ AccessToken: seconds, IdToken: seconds, AuthorizationCode: seconds },
    },
    findAccount: (_ctx, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: () => person };
    },
  };
}

/** Follows the provider's own redirects, as a browser does, until they lead elsewhere. */
async function follow(url: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(url);
  for (let hop = 0; hop < 12 && at.origin === issuer; hop++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const step = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const line of step.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const next = step.headers.get("location");
    if (!next) throw new Error(`the provider stopped with ${step.status}: ${await step.text()}`);
    at = new URL(next, at);
  }
  return at;
}

/** A real OpenID provider (oidc-provider) on this machine, for a portal at `portal`: whoever sits at its page signs in and agrees. */
export async function startAgency(portal: string): Promise<Agency> {
  const people = new Map<string, AgencyPerson>();
  let who = "";
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const clientSecret = "plainly-invented-secret-of-a-client";
  const provider = new Provider(issuer, configuration(portal, clientSecret, people));
  const interact = async (req: IncomingMessage, res: ServerResponse) => {
    const { prompt, params, session } = await provider.interactionDetails(req, res);
    const signedIn = who ? { login: { accountId: who } } : { error: "access_denied" };
    if (prompt.name === "login") return provider.interactionFinished(req, res, signedIn);
    const [accountId, clientId] = [session?.accountId, String(params["client_id"])];
    const grant = new provider.Grant({ ...(accountId && { accountId }), clientId });
    grant.addOIDCScope(String(params["scope"]));
    return provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } });
  };
  const answer = provider.callback();
  server.on("request", (req, res) => {
    if (req.url?.startsWith("/interaction/")) interact(req, res).catch(() => res.writeHead(500).end());
    else void answer(req, res);
  });
  return {
    settings: {
      ...{ issuer, clientId: "upstream", clientSecret, domain: "harbor.example.org" },
      groupRoles: [
        { group: "Prevention Desk", role: "hotline_screener", slug: "harbor" },
        { group: "Nobody", role: "auditor", slug: "nowhere" },
      ],
    },
    signIn(url, person) {
      if (person) people.set(person.sub, person);
      who = person?.sub ?? "";
      return follow(url, issuer);
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
