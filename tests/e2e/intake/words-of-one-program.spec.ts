import { expect, test } from "@playwright/test";
import { brightStepsId, openDesk } from "../desk-people";
import { referFamily } from "../provider/refer-family";
import { openCall, searchFor } from "./open-call";
import { waitForScript } from "../wait-for-script";

test("what would help is asked for one program: it waits there, and is not in the next one's box", async ({
  context,
  baseURL,
}) => {
  const page = await openCall(context, baseURL, "words.programs");
  await searchFor(page, "parenting 21215 spanish evening");
  await page.keyboard.press("r");
  const name = page.getByLabel("First name or nickname");
  const help = page.getByLabel("What would help");
  await name.fill("Odile");
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await help.fill("Somebody who knows her street");
  await saved;
  const first = page.url();
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  const second = page.locator(".res").nth(1);
  await second.getByRole("link").first().click();
  await second.getByRole("link", { name: "Refer", exact: true }).click();
  await expect(name).toHaveValue("Odile");
  expect(page.url()).not.toBe(first);
  await expect(help).toHaveValue("");
  await page.reload();
  await expect(help).toHaveValue("");
  await page.goto(first);
  await expect(help).toHaveValue("Somebody who knows her street");
});

test("a day typed for one family is not offered for whoever is first in the inbox's next tab", async ({
  browser,
  baseURL,
}) => {
  const desk = `/provider/${brightStepsId}/referrals`;
  const intake = await openDesk(browser, baseURL, {
    email: "words.sender@intake.example",
    name: "Ada Stone",
    role: "hotline_screener",
    teamName: "Support line",
  });
  for (const [name, phone] of [
    ["Ottilie", "(410) 555-0171"],
    ["Philippa", "(410) 555-0172"],
  ] as const)
    await referFamily(intake, { name, phone, help: "Help at bedtime" }, "Saturday Play and Learn");
  const page = await openDesk(browser, baseURL, {
    email: "words.worker@brightsteps.example",
    name: "Nora Pike",
    role: "provider_worker",
    organizationId: brightStepsId,
  });
  const open = async (name: string) => {
    await page.goto(`${desk}?stage=new`);
    await page.getByRole("link", { name: new RegExp(name) }).click();
    await expect(page.locator("#referral-name")).toHaveText(name);
    await waitForScript(page);
  };
  await open("Ottilie");
  await page.getByRole("button", { name: "We can help" }).click();
  await expect(page.getByRole("status")).toContainText("You said yes to Ottilie");
  await open("Philippa");
  await page.goto(`${new URL(page.url()).pathname}?stage=new&do=waitlist`);
  await page.getByLabel(/agrees to wait/).check();
  await page.getByRole("button", { name: "Put on the waitlist" }).click();
  await expect(page.getByRole("status")).toContainText("Philippa is on the waitlist");

  // Both pages have the same path, and show whichever family is first.
  const day = page.locator("form[action] [name=on]");
  const first = async (stage: string) => {
    await page.goto(`${desk}?stage=${stage}`);
    await waitForScript(page);
    await day.evaluate((field) => field.closest("details")?.setAttribute("open", ""));
    return new URL((await day.locator("xpath=ancestor::form").getAttribute("action")) ?? "", baseURL)
      .pathname;
  };
  const inNineDays = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const about = await first("reaching");
  await day.fill(inNineDays);
  expect(await first("waitlist")).not.toBe(about);
  await expect(day).not.toHaveValue(inNineDays);
  await page.goto(`${about}?stage=reaching`);
  await expect(day).toHaveValue(inNineDays);
});
