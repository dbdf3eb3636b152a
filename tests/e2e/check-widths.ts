import type { Page } from "@playwright/test";
import { checkLayout, checkPage as checkOnce } from "./ui/check-page";

/** The checks of every page on a phone, a tablet and a desktop; between the two others only the layout differs. Leaves the page at 1366. */
export async function checkPage(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 768 });
  await checkOnce(page);
  await page.setViewportSize({ width: 768, height: 768 });
  await checkLayout(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await checkOnce(page);
}
