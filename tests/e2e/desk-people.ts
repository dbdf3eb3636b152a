import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Role } from "../../app/domain/kernel/actor";

export const harborId = "0199a000-0000-7000-8000-000000000001";
const jurisdictions = {
  harbor: harborId,
  riverside: "0199a000-0000-7000-8000-000000000002",
};
export const rosewoodId = "0199a000-0000-7000-8000-000000000102";
export const casaDelPuenteId = "0199a000-0000-7000-8000-000000000103";
export const eastlineId = "0199a000-0000-7000-8000-000000000104";
export const brightStepsId = "0199a000-0000-7000-8000-000000000105";

const folder = () => process.env["E2E_DATA"] ?? "data";

/** People of the browser tests, beside the told story's own, so that one test's work never stands in another's list. */
export type DeskPerson = {
  email: string;
  name: string;
  role: Role;
  organizationId?: string;
  teamName?: string;
  /** The county; harbor unless said. */
  place?: keyof typeof jurisdictions;
};
export const testPassword = "demo-Harbor-2026";
export const testTotp = "plainlyInventedSecretOf32Letters";

/** The database of the portal under test, as the application reaches it. */
export async function reachDesk() {
  process.env["SESSION_SECRET"] ??= readFileSync(path.join(folder(), "secret"), "utf8").trim();
  process.env["UPSTREAM_DEMO"] = "1";
  const { connectDatabase } = await import("../../app/db/client.server");
  const { reachDatabase } = await import("../../app/db/reach-database");
  const reached = await reachDatabase({ DATA_FOLDER: folder() });
  return connectDatabase(reached.url, 2);
}

/** Makes a person (once) and signs the browser in as them, past both steps. */
export async function enterAs(context: BrowserContext, person: DeskPerson, url: string): Promise<void> {
  const { prisma } = await reachDesk();
  const { inTransaction } = await import("../../app/db/transaction.server");
  const { createDemoPerson } = await import("../../app/auth/create-demo-person.server");
  const { signInAs } = await import("../setup/sign-in");
  const { email, name, role, organizationId = null, teamName = null } = person;
  const jurisdictionId = jurisdictions[person.place ?? "harbor"];
  const memberships = [{ jurisdictionId, role, organizationId, teamName }];
  const whole = { email, name, password: testPassword, totpSecret: testTotp, memberships };
  const { membershipIds } = await inTransaction({ jurisdictionId }, (tx) => createDemoPerson(tx, whole), {
    timeout: 60_000,
  });
  const cookie = await signInAs(
    prisma,
    { email, membershipId: membershipIds[0] },
    process.env["SESSION_SECRET"] ?? "",
  );
  await context.addCookies([{ ...cookie, url }]);
}

/** A page of a desk as one person sees it, at the width of a laptop. */
export async function openDesk(
  browser: Browser,
  baseURL: string | undefined,
  person: Parameters<typeof enterAs>[1],
): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1366, height: 768 } });
  await enterAs(context, person, baseURL ?? "");
  return context.newPage();
}
