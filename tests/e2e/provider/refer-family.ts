import type { Page } from "@playwright/test";

/** Refers one family to a program through the intake screens, in plain steps. Answers when the banner says it is sent. */
export async function referFamily(
  page: Page,
  family: { name: string; phone: string; help: string },
  program: string,
): Promise<void> {
  await page.goto("/intake");
  await page.getByRole("button", { name: "Start a support line call" }).click();
  await page.getByLabel("What is the family looking for?").fill("parenting 21215 spanish kids 3 and 6");
  await page.getByRole("button", { name: "Search" }).click();
  const row = page.locator(".res", { hasText: program });
  if ((await row.getAttribute("aria-current")) !== "true")
    await row.getByRole("link", { name: program }).click();
  await row.getByRole("link", { name: "Refer", exact: true }).click();
  await page.getByLabel("First name or nickname").fill(family.name);
  await page.getByLabel("Best phone number").fill(family.phone);
  await page.getByLabel("What would help").fill(family.help);
  await page.locator("[name=answer][value=yes]").check();
  await page.getByRole("button", { name: "Send referral" }).click();
  await page.getByRole("status").getByText("Referral sent").waitFor();
}
