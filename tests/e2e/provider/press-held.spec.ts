import { expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { brightStepsId, openDesk } from "../desk-people";
import { referFamily } from "./refer-family";
import { waitForScript } from "../wait-for-script";

test("a button of another form, pressed while the first is being sent, does nothing and says so", async ({
  browser,
  baseURL,
}) => {
  const sender = {
    email: "held.sender@intake.example",
    name: "Ada Stone",
    role: "hotline_screener" as const,
    teamName: "Support line",
  };
  const intake = await openDesk(browser, baseURL, sender);
  const family = { name: "Viveka", phone: "(410) 555-0167", help: "Help at bedtime" };
  await referFamily(intake, family, "Saturday Play and Learn");
  const page = await openDesk(browser, baseURL, {
    email: "held.worker@brightsteps.example",
    name: "Nora Pike",
    role: "provider_worker",
    organizationId: brightStepsId,
  });
  await page.goto(`/provider/${brightStepsId}/referrals`);
  await page.getByRole("link", { name: /Viveka/ }).click();
  await expect(page.locator("#referral-name")).toHaveText("Viveka");
  await waitForScript(page);

  let sent = 0;
  let answer = () => {};
  const line = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/*.data*", async (route) => {
    if (route.request().method() === "POST") {
      sent += 1;
      await line;
    }
    await route.continue();
  });
  const notSent = page.getByText("Your last press did nothing");
  const help = page.getByRole("button", { name: "We can help" });
  await page.getByRole("button", { name: "Remind me" }).click();
  await expect.poll(() => sent).toBe(1);
  await page.keyboard.press("h");
  await expect(notSent).toHaveCount(0);
  await help.click();
  await expect(notSent).toBeVisible();
  await checkWidths(page);
  answer();
  await expect(page.getByRole("status")).toContainText("We will remind you about Viveka");
  await expect(notSent).toBeVisible();
  expect(sent).toBe(1);
  await help.click();
  await expect(page.getByRole("status")).toContainText("You said yes to Viveka");
  await expect(notSent).toHaveCount(0);
});
