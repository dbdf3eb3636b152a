import { type Page, expect, test } from "@playwright/test";
import { eastlineId, enterAs, reachDesk } from "../desk-people";
import { openCall, searchFor } from "./open-call";

const slow = async (page: Page, ms: number) => {
  await page.route("**/*.data*", async (route) => {
    await new Promise((go) => setTimeout(go, ms));
    await route.continue().catch(() => undefined);
  });
};

async function openReferPanel(page: Page): Promise<void> {
  await searchFor(page, "parenting 21215 spanish evening");
  await page.keyboard.press("r");
  await expect(page.getByLabel("First name or nickname")).toBeFocused();
}

test("words typed on while the search is slow stay in the line, and none of them is a key", async ({
  context,
  baseURL,
}) => {
  const page = await openCall(context, baseURL, "words.slow");
  await slow(page, 1_500);
  await page.keyboard.type("parenting 21215");
  await page.keyboard.press("Enter");
  await page.keyboard.type(" group");
  await expect(page.locator("#r1")).toBeVisible();
  await expect(page.locator("#q")).toBeFocused();
  await page.keyboard.type("s for teens");
  await expect(page.locator("#q")).toHaveValue("parenting 21215 groups for teens");
  expect(page.url()).not.toContain("/refer/");
  await page.locator("#r1").focus();
  await page.keyboard.type("group");
  expect(page.url()).not.toContain("/refer/");
  // A word is over after a second.
  await page.waitForTimeout(1_100);
  await page.keyboard.press("?");
  await expect(page.locator("#shortcuts")).toBeFocused();
  await page.keyboard.press("Alt+t");
  await expect(page.locator("#safety")).toBeFocused();
});

test("a line cut at Send: the page stays, says so, and Try again sends once", async ({
  context,
  baseURL,
}) => {
  const page = await openCall(context, baseURL, "words.cut");
  await openReferPanel(page);
  const opened = page.url();
  await page.keyboard.type("Noor");
  await page.getByLabel("Best phone number").fill("(410) 555-0188");
  await page.getByLabel("What would help").fill("Somebody to talk to in the evening");
  await page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByLabel("Yes, Noor agreed").check();
  await context.setOffline(true);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toContainText("Not sent. Nobody answered.");
  await expect(page.getByRole("button", { name: "Not sent. Try again" })).toBeVisible();
  expect(page.url()).toBe(opened);
  await expect(page.getByLabel("What would help")).toHaveValue("Somebody to talk to in the evening");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Not sent. Try again" }).click();
  await expect(page.getByRole("status")).toContainText("Referral sent");
  await expect(page.locator("#r1")).toBeFocused();
  await page.goto(`${opened.replace(/\/refer.*/, "")}/summary`);
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
});

test("a session ended at Send: after signing in the words are back, for the same person alone", async ({
  context,
  baseURL,
}) => {
  const page = await openCall(context, baseURL, "words.ended");
  await openReferPanel(page);
  const opened = page.url();
  const end = async () => {
    const { prisma } = await reachDesk();
    await prisma.session.deleteMany({ where: { user: { email: "words.ended@intake.example" } } });
  };
  await end();
  await page.keyboard.type("Amina");
  await page.getByLabel("What would help").fill("Help with rent");
  await page.getByLabel("Yes, Amina agreed").check();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  expect(page.url()).not.toMatch(/amina|help/i);
  const person = (email: string) => ({ email, name: "Dana Rivers", role: "hotline_screener" as const });
  await enterAs(context, person("words.ended@intake.example"), baseURL ?? "");
  await page.goto(opened);
  await expect(page.getByLabel("First name or nickname")).toHaveValue("Amina");
  await expect(page.getByLabel("What would help")).toHaveValue("Help with rent");
  await expect(page.getByRole("status").getByText("What you typed before is back.")).toBeVisible();
  await expect(page.locator("[name=answer]:checked")).toHaveCount(0);
  const kept = () => page.evaluate(() => JSON.stringify(sessionStorage));
  expect(await kept()).toContain("Amina");
  await enterAs(context, person("words.next@intake.example"), baseURL ?? "");
  await page.goto("/intake");
  await expect(page.getByRole("button", { name: "Start a hotline call" })).toBeVisible();
  expect(await kept()).not.toContain("Amina");
});

test("pages without the framework keep words too, and signing out takes them away", async ({
  context,
  baseURL,
}) => {
  const organizationId = eastlineId;
  const manager = {
    email: "words.plain@eastline.example",
    name: "Nora Pike",
    role: "provider_manager" as const,
  };
  await enterAs(context, { ...manager, organizationId }, baseURL ?? "");
  const page = await context.newPage();
  const form = `/provider/${organizationId}/listings/new`;
  await page.goto(form);
  const name = page.getByRole("main").getByRole("textbox").first();
  await name.fill("Night Circle (words)");
  await context.setOffline(true);
  await name.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Not sent. Try again");
  await expect(name).toHaveValue("Night Circle (words)");
  await context.setOffline(false);
  await page.goto(`/provider/${organizationId}/team`);
  await page.goto(form);
  await expect(name).toHaveValue("Night Circle (words)");
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in\?out/);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("Night Circle");
});
