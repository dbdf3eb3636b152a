import type { Page } from "@playwright/test";

/** Refers one family to a program through the intake screens, in plain steps. Answers when the banner says it is sent. */
export async function referFamily(
  page: Page,
  family: { name: string; phone: string; help: string },
  program: string,
): Promise<void> {
  await page.goto("/intake");
  await page.getByRole("button", { name: "Start a support line call" }).click();
  await page
    .getByLabel("What is the family looking for?")
    .fill("parenting 21215 spanish evening kids 3 and 6");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: program }).click();
  await page.getByRole("link", { name: "Refer", exact: true }).click();
  await page.getByLabel("First name or nickname").fill(family.name);
  await page.getByLabel("Best phone number").fill(family.phone);
  await page.getByLabel("What would help").fill(family.help);
  await page.getByLabel(`Yes, ${family.name} agreed`).check();
  await page.getByRole("button", { name: "Send referral" }).click();
  await page.getByRole("status").getByText("Referral sent").waitFor();
}
