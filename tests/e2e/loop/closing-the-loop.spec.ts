import { type Browser, expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { deriveToken } from "../../../app/domain/kernel/derive-token";
import { asSystem } from "../act-as-system";
import { brightStepsId, openDesk } from "../desk-people";
import { referFamily } from "../provider/refer-family";

const program = "Saturday Play and Learn";
const sender = {
  email: "loop.sender@intake.example",
  name: "Dana Loop",
  role: "hotline_screener" as const,
  teamName: "Support line",
};

/** The answer links that went by mail, newest first, as their receiver has them. */
async function answerLinks(): Promise<string[]> {
  const links = await asSystem(({ tx }) =>
    tx.answerLink.findMany({
      // Other journeys send to the same program.
      where: {
        referral: { service: { name: program }, household: { caregiverName: { startsWith: "Loop" } } },
      },
      orderBy: { createdAt: "desc" },
      select: { id: true },
    }),
  );
  return links.map(
    ({ id }) => `/answer/${deriveToken(process.env["SESSION_SECRET"] ?? "", "answer-link", id)}`,
  );
}

/** What an administrator can read of the mails, as pages and as files. */
async function readOutbox(browser: Browser, baseURL: string | undefined): Promise<string> {
  const page = await openDesk(browser, baseURL, {
    email: "loop.admin@agency.example",
    name: "Ada Loop",
    role: "jurisdiction_admin",
  });
  await page.goto("/admin/outbox");
  const list = await page.getByRole("main").innerText();
  expect(list).toContain("Kept here, reached nobody");
  expect(list).toContain("No mail service is set up, so there is nothing to test");
  // Receivers are masked.
  expect(list).not.toMatch(/\w@/);
  const paths = await page
    .locator("main a[href*='/admin/outbox/']")
    .evaluateAll((links) => links.slice(0, 20).map((link) => link.getAttribute("href") ?? ""));
  const read: string[] = [];
  for (const path of paths)
    for (const form of ["", "/preview", "/mail.eml"])
      read.push(await (await page.request.get(`${path}${form}`)).text());
  await page.context().close();
  // A file breaks its lines with "=".
  return read.join("\n").replaceAll(/=\r?\n/g, "");
}

test.describe.configure({ mode: "serial" });

test("a provider answers from the mail's link, without signing in and without script", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await (
    await openDesk(browser, baseURL, {
      email: "loop.worker@brightsteps.example",
      name: "Nora Pike",
      role: "provider_worker",
      organizationId: brightStepsId,
    })
  ).goto("/");
  const intake = await openDesk(browser, baseURL, sender);
  for (const name of ["Loopmaria", "Looprosa"])
    await referFamily(intake, { name, phone: "(410) 555-0142", help: `Help for ${name}` }, program);
  await expect.poll(async () => (await answerLinks()).length, { timeout: 60_000 }).toBeGreaterThan(1);
  const [second = "", first = ""] = await answerLinks();
  const outbox = await readOutbox(browser, baseURL);
  expect(outbox).toContain("/answer/PRIVATE-LINK");
  expect(outbox).not.toMatch(/\/(answer|reset|invitation|check|my)\/[\w-]{43}/);

  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.goto(first);
  await page.goto(first);
  await expect(page.locator("script[type=module]")).toHaveCount(0);
  await expect(page.getByText("A family has been waiting since")).toBeVisible();
  await checkWidths(page);
  for (const word of ["Loopmaria", "Looprosa", "555-0142"])
    await expect(page.locator("body")).not.toContainText(word);
  await page.getByRole("button", { name: "We can help" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose who you are.");
  await page.getByLabel("Who is answering?").selectOption({ label: "Nora P." });
  await page.getByRole("button", { name: "We can help" }).click();
  await expect(page.getByRole("status")).toContainText("You said “We can help”");
  await expect(page.getByText("Sign in to see how to reach them.")).toBeVisible();
  await checkWidths(page);
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect((await page.goto("/answer/made-up-made-up-made-up-made-up-made-up-made"))?.status()).toBe(404);

  await page.goto(second);
  await page.getByText("Not a fit", { exact: true }).click();
  await page.getByLabel("Who is answering?").selectOption({ label: "Nora P." });
  await page.getByLabel("In a few words").fill("typed words stay");
  await page.getByRole("button", { name: "Send “Not a fit”" }).click();
  await expect(page.getByLabel("In a few words")).toHaveValue("typed words stay");
  await page.getByLabel("No room now").check();
  await page.getByRole("button", { name: "Send “Not a fit”" }).click();
  await expect(page.getByRole("status")).toContainText("You said “Not a fit”");
});

test("the sender goes on with one of three that fit, and asks the family first", async ({
  browser,
  baseURL,
}) => {
  const page = await openDesk(browser, baseURL, sender);
  await page.goto("/intake/follow-ups");
  await page
    .getByRole("link", { name: /Three that fit/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Another program");
  const choices = page.getByRole("button", { name: /Go on with this one|Send it to this program/ });
  expect(await choices.count()).toBeLessThanOrEqual(3);
  await checkWidths(page);
  await page
    .getByRole("button", { name: /Go on with this one/ })
    .first()
    .click();
  await expect(page.getByRole("status")).toContainText("nothing leaves before their yes");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ask the family");
  await page.getByLabel("What would help, in their words").fill("These words stay");
  await page.getByRole("button", { name: "Send referral" }).click();
  await expect(page.getByLabel("What would help, in their words")).toHaveValue("These words stay");
  await page.goto("/intake/follow-ups");
  await expect(page.getByRole("link", { name: /Three that fit/ })).toHaveCount(0);
});

test("a leaver's referrals are counted, go to the team, and a supervisor takes one back and reopens it", async ({
  browser,
  baseURL,
}) => {
  const admin = await openDesk(browser, baseURL, {
    email: "loop.admin@agency.example",
    name: "Ada Loop",
    role: "jurisdiction_admin",
  });
  // The other tests' people are on this list too.
  for (let page = 1; page <= 20; page += 1) {
    await admin.goto(`/admin/people?page=${page}`);
    if (await admin.getByText(sender.email).count()) break;
  }
  const row = admin.getByRole("row").filter({ hasText: sender.email });
  await row.getByText("End access", { exact: false }).first().click();
  await expect(row.getByText(/2 open referrals go to the team/)).toBeVisible();
  await checkWidths(admin);
  await row.getByRole("button", { name: "End access now" }).click();
  await expect(admin.getByRole("status")).toContainText("Access ended");

  const boss = await openDesk(browser, baseURL, {
    email: "loop.boss@intake.example",
    name: "Sam Loop",
    role: "intake_supervisor",
  });
  await boss.goto("/intake/team");
  await checkWidths(boss);
  const held = boss.getByRole("row").filter({ hasText: "Loopmaria" });
  await expect(held).toContainText("Nobody");
  await held.getByText("Take it back now").first().click();
  await held.getByLabel("Why").selectOption({ index: 1 });
  await held.getByRole("button", { name: "Take it back now" }).click();
  await expect(boss.getByRole("status")).toContainText("Recorded");
  const closed = boss
    .getByRole("region", { name: "Ended lately" })
    .or(boss.locator("[aria-labelledby=closed]"));
  const ended = closed.getByRole("row").filter({ hasText: "Loopmaria" });
  await ended.getByText("Reopen").first().click();
  await ended.getByLabel("Why it is reopened").fill("Taken back by mistake");
  await ended.getByRole("button", { name: "Reopen it" }).click();
  await expect(boss.getByRole("status")).toContainText("Reopened");
});
