import type { Page } from "@playwright/test";
import { checkPage as checkOnce, widths } from "./ui/check-page";

/** The checks of every page at 320, 768 and 1366 px; leaves the page at 1366. */
export async function checkPage(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 });
    await checkOnce(page);
  }
}
