import { type AddressInfo, createServer } from "node:net";
import { parseSetCookie } from "cookie";
import { expect, it } from "vitest";
import { type AgencyPerson, startAgency } from "../setup/agency-provider";
import { dataFolder } from "./data-folder";
import { startPortal } from "./portal-process";

const folder = dataFolder();

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it("a portal with an agency's sign-in lets its people in from the button, and everybody by password when it is away", async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const agency = await startAgency(origin);
  const { issuer, clientId, clientSecret, domain } = agency.settings;
  const portal = startPortal(["npm", "start", "--", "--empty"], folder, {
    ...{ PORT: String(port), PUBLIC_ORIGIN: origin, WEB_PROCESSES: "1" },
    ...{
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_DOMAIN: domain,
    },
    OIDC_GROUP_ROLES: "Prevention Desk=hotline_screener",
  });
  await portal.serving;
  const jar = new Map<string, string>();
  const get = async (path: string) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(new URL(path, origin), { redirect: "manual", headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const { name, value = "" } = parseSetCookie(line, { decode: (as) => as });
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return { status: answer.status, to: answer.headers.get("location") ?? "", page: await answer.text() };
  };
  const enter = async (person: AgencyPerson) => {
    const back = await agency.signIn((await get("/sign-in/agency?to=%2Fintake%2Fsent")).to, person);
    return get(back.pathname + back.search);
  };

  const signIn = await get("/sign-in");
  expect(signIn.page).toContain("Sign in with your agency");
  const stranger = await enter({ sub: "rex", email: `rex@${domain}` });
  expect(stranger.to).toBe("/sign-in?agencyStranger");
  expect((await get(stranger.to)).page).toContain("nobody has invited you to the portal");
  expect((await get("/intake/sent")).to).toContain("/sign-in?to=");
  const entered = await enter({ sub: "noor", email: `noor@${domain}`, groups: ["Prevention Desk"] });
  expect([entered.status, entered.to]).toEqual([303, "/intake/sent"]);
  expect((await get("/intake/sent")).status).toBe(200);
  const account = await get("/account");
  expect(account.page).toContain("You sign in with your agency");
  expect(account.page).not.toContain("Change your password");

  agency.stop();
  jar.clear();
  const away = await get("/sign-in/agency?to=%2Fintake");
  // What it said of itself is known by now; a portal that starts while it is away says so here.
  expect(away.status).toBe(302);
  expect((await get("/sign-in")).status).toBe(200);
  expect(portal.said()).not.toContain(domain);
});

it("a portal that starts while the agency's sign-in is away says so on the page, and asks again the next time", async () => {
  const port = await freePort();
  const agency = await startAgency(`http://localhost:${port}`);
  agency.stop();
  const { issuer, clientId, clientSecret, domain } = agency.settings;
  const portal = startPortal(["npm", "start", "--", "--empty"], dataFolder(), {
    ...{ PORT: String(port), PUBLIC_ORIGIN: `http://localhost:${port}`, WEB_PROCESSES: "1" },
    ...{
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_DOMAIN: domain,
    },
  });
  const address = await portal.serving;
  for (const _ of ["first", "again"]) {
    const away = await fetch(`${address}/sign-in/agency?to=%2Fintake`, { redirect: "manual" });
    expect(away.headers.get("location")).toBe("/sign-in?agencyFailed&to=%2Fintake");
  }
});
