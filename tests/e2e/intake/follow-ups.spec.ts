import { type Browser, type Page, expect, test } from "@playwright/test";
import type { Role } from "../../../app/domain/kernel/actor";
import { checkWidths } from "../ui/check-page";
import { openDesk } from "../desk-people";
import { openCall, searchFor } from "./open-call";
import { waitForScript } from "../wait-for-script";

const shots = process.env["E2E_SHOTS"];
const shot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};

const enter = (browser: Browser, baseURL: string | undefined, email: string, name: string, role: Role) =>
  openDesk(browser, baseURL, { email, name, role, teamName: "Outreach team" });

/** One family to reach out to, handed on from a hotline call. */
async function handOn(page: Page, name: string, phone: string): Promise<void> {
  await searchFor(page, "parenting 21215 spanish");
  await page.keyboard.press("o");
  await page.getByLabel("Caregiver’s name").fill(name);
  await page.getByLabel("Safe phone number").fill(phone);
  await page.getByRole("radio", { name: "Call", exact: true }).check();
  await page.getByLabel("Language", { exact: true }).selectOption({ index: 1 });
  const basis = page.locator("[name=basisKey]");
  if ((await basis.first().getAttribute("type")) === "radio") await basis.first().check();
  else await basis.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Send to the outreach team" }).click();
  await expect(page.getByRole("status")).toContainText("Sent to the outreach team");
}

test.describe.configure({ mode: "serial" });

test("an outreach family is asked: a try, its no with its own reason, its yes in the words read", async ({
  browser,
  context,
  baseURL,
}) => {
  const call = await openCall(context, baseURL, "follow.hotline", "hotline");
  await handOn(call, "Ysolde", "(410) 555-0191");
  await call.goto("/intake");
  await call.getByRole("button", { name: "Start a hotline call" }).click();
  await expect(call.locator("#q")).toBeFocused();
  await waitForScript(call);
  await handOn(call, "Zenobia", "(410) 555-0192");
  await call.goto("/intake/calls");
  await expect(call.getByRole("link", { name: /Follow-ups\s*2/ })).toBeVisible();

  const page = await enter(
    browser,
    baseURL,
    "follow.navigator@intake.example",
    "Noa Berg",
    "community_navigator",
  );
  await page.goto("/intake/follow-ups");
  await checkWidths(page);
  await shot(page, "follow-ups");
  await page.getByRole("link", { name: /Ask the family\s*: Ysolde/ }).click();
  await page.getByRole("button", { name: "Left a message" }).click();
  await expect(page.getByRole("status")).toContainText("Your try is noted");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("Your try is taken back");
  await expect(page.getByText(/Left a message\. Taken back by Noa B\., .*; it does not count/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await page.getByRole("button", { name: "Send referral" }).click();
  await expect(page.getByRole("alert")).toContainText("Ask first, then choose an answer.");
  await checkWidths(page);
  await shot(page, "ask-family");
  await page.locator(".consent").getByText("Español", { exact: true }).click();
  await expect(page.getByText(/¿Está bien si comparto/)).toBeVisible();
  await page.getByLabel("Their ZIP, if they share it").fill("21215");
  await page.getByLabel("Message is OK").check();
  await page.getByLabel("They said yes, and I read the words").check();
  await page.getByLabel("What would help, in their words").fill("Calmer evenings");
  await page.getByRole("button", { name: "Send referral" }).click();
  await expect(page.getByRole("status")).toContainText("The family said yes. The referral is sent.");
  await expect(page.getByRole("row").filter({ hasText: "Ysolde" })).toContainText(
    "Sent, waiting for an answer",
  );
  await page.getByRole("link", { name: /Ask the family\s*: Zenobia/ }).click();
  await page.getByRole("button", { name: "Record their no" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("The family’s reason").selectOption({ label: "Getting there did not work" });
  await page.getByRole("button", { name: "Record their no" }).click();
  await expect(page.getByRole("status")).toContainText("Recorded");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("The family is to be asked still");
  await page.getByRole("link", { name: /Ask the family\s*: Zenobia/ }).click();
  await page.getByLabel("The family’s reason").selectOption({ label: "Getting there did not work" });
  await page.getByRole("button", { name: "Record their no" }).click();
  await expect(page.getByRole("status")).toContainText("Recorded");
  await expect(page.getByRole("row").filter({ hasText: "Zenobia" })).toHaveCount(0);
});

test("the team's overdue list is the supervisor's; a row is given to a colleague", async ({
  browser,
  baseURL,
}) => {
  const page = await enter(
    browser,
    baseURL,
    "follow.supervisor@intake.example",
    "Sana Vogel",
    "intake_supervisor",
  );
  await page.goto("/intake");
  await page.getByRole("link", { name: "Team", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Team: late, or with nobody" })).toBeVisible();
  await checkWidths(page);
  await shot(page, "intake-team");
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("combobox") })
    .first();
  const id = await row.locator("[name=referralId]").first().inputValue();
  await row.getByRole("combobox").selectOption({ label: "Noa Berg, Outreach team" });
  await row.getByRole("button", { name: /Give it/ }).click();
  await expect(page.getByRole("status")).toContainText("It is your colleague’s now");
  // What is late stays in the list and is hers; what was only with nobody has left it.
  const given = page.getByRole("row").filter({ has: page.locator(`[name=referralId][value="${id}"]`) });
  for (const one of await given.all())
    await expect(one.getByRole("cell", { name: "Noa Berg", exact: true })).toBeVisible();
  const other = await enter(browser, baseURL, "follow.other@intake.example", "Ole Dahl", "hotline_screener");
  expect((await other.goto("/intake/team"))?.status()).toBe(403);
  await other.goto("/intake");
  await expect(other.getByRole("link", { name: "Team", exact: true })).toHaveCount(0);
});
