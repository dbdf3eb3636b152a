import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

type Found = Awaited<ReturnType<AxeBuilder["analyze"]>>;

const widths = [320, 768, 1366] as const;

/**
 * What must be true of every page in every state: axe finds nothing, nothing scrolls sideways, targets are big enough.
 * Legacy mode opens no second page for each look, and only violations are written out: a third of the time.
 */
export async function checkPage(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], preload: false })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expectNothing(page, found);
  await checkLayout(page);
}

/**
 * The checks of a page at one width after another. Where the same is drawn as at the width before, in the same colours and
 * sizes of letters, axe asks again only what depends on room. Leaves the page at the last width.
 */
export async function checkWidths(
  page: Page,
  check: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
  let known = "";
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 });
    const drawn = await readDrawn(page);
    await (drawn === known ? checkRoom(page) : checkPage(page));
    await check(page);
    known = drawn;
  }
}

/** Everything shown, by what axe judges it: element, colours, whether its letters count as large. */
function readDrawn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight, position } =
          getComputedStyle(element);
        const large =
          parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
        const colours = [color, backgroundColor, backgroundImage, opacity].join();
        return `${element.tagName} ${element.className} ${colours} ${large} ${position}`;
      })
      .join("\n"),
  );
}

/** Axe is in the page since the width before. */
async function checkRoom(page: Page): Promise<void> {
  const found = await page.evaluate(() =>
    (globalThis as typeof globalThis & { axe: { run(options: object): Promise<Found> } }).axe.run({
      runOnly: { type: "rule", values: ["target-size", "scrollable-region-focusable"] },
      resultTypes: ["violations"],
    }),
  );
  expectNothing(page, found);
  await checkLayout(page);
}

function expectNothing(page: Page, { violations }: Found): void {
  const lines = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`);
  expect(lines, page.url()).toEqual([]);
}

/** What can be looked at without script, which axe needs to run: nothing scrolls sideways, targets are big enough. */
export async function checkLayout(page: Page): Promise<void> {
  expect(await sidewaysScroll(page), `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
  expect(await smallTargets(page), `${page.url()} has small targets`).toEqual([]);
  expect(await bareKeys(page), `${page.url()} has words that nobody wrote`).toEqual([]);
}

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Where words are missing their key stands: "chip.morning", in folds as well. Names of files and hosts stand in links or code. */
function bareKeys(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest("script, style, code, a[href], textarea"))
      .flatMap((element) => [...element.childNodes])
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent?.trim() ?? "")
      .filter((text) => /^[a-z][A-Za-z-]*(:[A-Za-z-]+)?(\.[A-Za-z][\w-]*)+$/.test(text)),
  );
}

/** Links and buttons under 24 px that are not words in a sentence; a radio or checkbox counts with its label. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "a, button, summary, select, label.opt, input:not([type=hidden]):not([type=radio]):not([type=checkbox])",
      ),
    ]
      .filter((target) => !target.closest("p, .vh, .skip"))
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width > 0 && height > 0 && Math.min(width, height) < 23.9;
      })
      .map((target) => target.outerHTML.slice(0, 120)),
  );
}
