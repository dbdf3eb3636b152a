import type { Page } from "@playwright/test";

/** A desk whose script has taken the page over: a key that is pressed before is nobody's. */
export async function waitForScript(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__react")),
  );
}
