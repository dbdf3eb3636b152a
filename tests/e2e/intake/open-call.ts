import { type BrowserContext, type Page, expect } from "@playwright/test";
import { enterAs } from "../desk-people";
import { waitForScript } from "../wait-for-script";

/** An intake worker with a call of the support line in progress, the search line focused. */
export async function openCall(
  context: BrowserContext,
  baseURL: string | undefined,
  who: string,
  line: "support" | "hotline" = "support",
  place: "harbor" | "riverside" = "harbor",
): Promise<Page> {
  const url = baseURL ?? "";
  await enterAs(
    context,
    {
      email: `${who}@intake.example`,
      name: "Dana Rivers",
      role: "hotline_screener",
      teamName: "Support line",
      place,
    },
    url,
  );
  const page = await context.newPage();
  await page.goto("/intake");
  await page
    .getByRole("button", { name: line === "support" ? "Start a support line call" : "Start a hotline call" })
    .click();
  await expect(page.getByRole("textbox", { name: "What is the family looking for?" })).toBeFocused();
  await waitForScript(page);
  return page;
}

/** Types the line of the budgets and sends it: one press. The focus is then on the first result. */
export async function searchFor(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line);
  await page.keyboard.press("Enter");
  await expect(page.locator("#r1")).toBeFocused();
}

/** The number key of a program's row, as it stands now: other tests publish listings meanwhile. */
export async function keyOfRow(page: Page, program: string): Promise<string> {
  return (await page.locator(".res", { hasText: program }).locator(".res-number").textContent()) ?? "1";
}
