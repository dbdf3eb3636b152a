import { expect, test } from "@playwright/test";
import { openDesk } from "../desk-people";

/** Puts a word of eighty letters behind every text of the page but our own buttons', and answers how wide the page has become. */
function widthWithLongWords(): number {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) found.push(texts.currentNode as Text);
  for (const text of found)
    if (text.data.trim() && !text.parentElement?.closest("script, style, option, button, svg, .vh, title"))
      text.data += " " + "W".repeat(80);
  return document.documentElement.scrollWidth;
}

test("a word without an end makes no phone page wider than the phone", async ({ browser, baseURL }) => {
  const page = await openDesk(browser, baseURL, {
    email: "long.words@harbor.example",
    name: "Ari Bell",
    role: "intake_supervisor",
  });
  await page.setViewportSize({ width: 390, height: 800 });
  for (const path of ["/intake", "/intake/follow-ups", "/intake/team", "/account", "/en"]) {
    await page.goto(path);
    const width = await page.evaluate(widthWithLongWords);
    expect([path, width]).toEqual([path, 390]);
  }
});
