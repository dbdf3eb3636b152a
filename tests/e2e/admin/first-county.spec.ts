import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { type Browser, type Page, expect, test } from "@playwright/test";
import { startEmbeddedServer } from "../../../app/db/embedded-server";
import { startUpstream } from "../../cli/run-upstream";
import { clearAway, startPortal } from "../../server/portal-process";
import { writeListing } from "../write-listing";
import { waitForScript } from "../wait-for-script";

// Other journeys of this process leave the settings of their portal in its environment.
const own = { PUBLIC_ORIGIN: "", SESSION_SECRET: "", UPSTREAM_DEMO: "" };
const program = "Evening Parent Circle";
const password = "Quiet-Harbor-Lamp-7";

/** The link that a command or a mail printed. */
async function linkOf(words: string[], settings: Record<string, string>): Promise<string> {
  const { code, out, err } = await startUpstream(words, settings);
  const link = /http\S+\/invitation\/[\w-]+/.exec(out)?.[0];
  if (code !== 0 || !link) throw new Error(`no link: ${out} ${err}`);
  return link;
}

/** A new person opens the link, takes a password and sets up the second step with the key that stands there. */
async function join(browser: Browser, link: string, name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Make my account" }).click();
  const key = (await page.locator("code.key").textContent())?.replace(/\s/g, "") ?? "";
  const secret = new TextDecoder().decode(base32.decode(key));
  await page.getByLabel("6-digit code").fill(await createOTP(secret, { digits: 6, period: 30 }).totp());
  await page.getByRole("button", { name: "Turn it on" }).click();
  await page.getByRole("link", { name: "I have kept them. Go on" }).click();
  return page;
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Look at the change" }).click();
  await page.getByRole("button", { name: "Save this change" }).click();
  await expect(page.getByRole("status")).toContainText("Saved");
}

/** What the checklist asks for, by the links that stand on it. */
async function setUpCounty(page: Page, at: string): Promise<void> {
  await page.goto(`${at}/admin/start`);
  await page.getByRole("link", { name: "The county’s name and a phone for families" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Larkspur County");
  await page.getByLabel("Phone for families").fill("(410) 555-0100");
  await page.getByLabel("Middle of the county").fill("21215");
  for (const year of await page.getByRole("checkbox", { name: /^Add \d+ days of/ }).all()) await year.check();
  await save(page);
  await page.goto(`${at}/admin/start`);
  await page.getByRole("link", { name: "A disclosure basis" }).click();
  await page.getByLabel("Citation").fill("Family Code 12.34");
  await page.getByLabel("Name in English").fill("Prevention statute");
  await page.getByLabel("Name in Spanish").fill("Ley de prevención");
  await save(page);
  await page.goto(`${at}/admin/start`);
  await page.getByRole("button", { name: "We have read them" }).click();
  await expect(page.getByText("An administrator has read these words.")).toBeVisible();
}

async function addOrganization(page: Page, at: string, name: string): Promise<void> {
  await page.goto(`${at}/admin/organizations/new`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

async function invite(page: Page, at: string, email: string, role: string, organization?: string) {
  await page.goto(`${at}/admin/people`);
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByLabel("Role").selectOption({ label: role });
  if (organization) await page.getByLabel("Organization").selectOption({ label: organization });
  await page.getByRole("button", { name: "Make the invitation" }).click();
  await expect(page.getByRole("status").first()).toBeVisible();
}

/** A call, a search line, a yes, sent; answers the path of the call. */
async function refer(page: Page, at: string): Promise<void> {
  await page.goto(`${at}/intake`);
  await page.getByRole("button", { name: /Start a support line call/ }).click();
  await waitForScript(page);
  await page.keyboard.type("parenting 21215");
  await page.keyboard.press("Enter");
  await expect(page.locator("#r1")).toBeFocused();
  // While the answer still comes in, a key is nobody's.
  await waitForScript(page);
  await expect(async () => {
    await page.keyboard.press("r");
    await expect(page.getByLabel("First name or nickname")).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await page.getByLabel("First name or nickname").fill("Marisol");
  await page.locator("[name=phone]").fill("(410) 555-0187");
  await page.locator("[name=answer][value=yes]").check();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status").getByText(`Referral sent to ${program}`)).toBeVisible();
}

async function answer(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Referrals" }).first().click();
  await page
    .getByRole("link", { name: /Marisol/ })
    .first()
    .click();
  await expect(page.locator("#referral-name")).toHaveText("Marisol");
  await waitForScript(page);
  await page.waitForTimeout(1_100);
  await page.keyboard.press("1");
  await expect(page.getByRole("status")).toContainText("You said yes to Marisol");
}

/** From an empty database to a first referral answered, by people in browsers and two commands. */
async function firstReferral(browser: Browser, settings: Record<string, string>): Promise<void> {
  const folder = settings["DATA_FOLDER"] ?? "";
  const portal = startPortal(["node", "cli/start.mjs", "--empty"], folder, settings);
  const at = await portal.serving;
  const link = await linkOf(["admin", "create", "--email", "ada@county.example"], settings);
  const ada = await join(browser, link, "Ada Stone");
  await setUpCounty(ada, at);
  for (const name of ["Cedar Family Center", "Elm Street Partners"]) await addOrganization(ada, at, name);
  await invite(ada, at, "ben@county.example", "administrator");
  await invite(ada, at, "nora@cedar.example", "provider manager", "Cedar Family Center");
  await invite(ada, at, "ivo@elm.example", "provider manager", "Elm Street Partners");
  await invite(ada, at, "dana@county.example", "hotline worker");
  const joined = async (email: string, name: string) =>
    join(browser, await linkOf(["mail", email], settings), name);
  await joined("ben@county.example", "Ben Ash");
  const nora = await joined("nora@cedar.example", "Nora Pike");
  const ivo = await joined("ivo@elm.example", "Ivo Lund");
  const dana = await joined("dana@county.example", "Dana Rivers");

  await writeListing(nora, nora.url().split("/").slice(0, 5).join("/"), program);
  await nora.getByRole("button", { name: "Publish" }).click();
  await expect(nora.getByRole("status")).toContainText("Published");
  await ada.goto(`${at}/admin/start`);
  await expect(ada.getByText("1 thing is missing")).toBeVisible();

  await refer(dana, at);
  await answer(nora);
  await dana.goto(`${at}/intake/sent`);
  await expect(dana.getByRole("main")).toContainText("The program can help");
  await ivo.goto(nora.url());
  await expect(ivo.getByText("Marisol")).toHaveCount(0);
  portal.child.kill("SIGTERM");
  await portal.ended;
}

test("a county begins with nothing and ends with a referral answered, on the portal's own database", async ({
  browser,
}) => {
  test.setTimeout(360_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), "upstream-"));
  try {
    await firstReferral(browser, { DATA_FOLDER: folder, DATABASE_URL: "", ...own });
  } finally {
    await clearAway(folder);
  }
});

test("the same on a database of the county's own", async ({ browser }) => {
  test.setTimeout(360_000);
  const [folder, server] = [0, 1].map(() => mkdtempSync(path.join(os.tmpdir(), "upstream-"))) as [
    string,
    string,
  ];
  const database = await startEmbeddedServer({ folder: server, database: "county" });
  try {
    await firstReferral(browser, { DATA_FOLDER: folder, DATABASE_URL: database.url, ...own });
  } finally {
    await clearAway(folder);
    await database.stop();
    await clearAway(server);
  }
});
