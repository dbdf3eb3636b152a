import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { checkLayout, checkWidths } from "../ui/check-page";

const words = {
  en: {
    search: "Search",
    need: "What would help?",
    place: "ZIP or city",
    none: "No program fits all of this",
  },
  es: {
    search: "Buscar",
    need: "¿Qué le ayudaría?",
    place: "Código postal o ciudad",
    none: "Ningún programa cumple con todo",
  },
} as const;
type Language = keyof typeof words;

async function search(page: Page, language: Language, need: string, place: string): Promise<void> {
  await page.goto(`/${language}`);
  await page.getByLabel(words[language].need).selectOption(need);
  await page.getByLabel(words[language].place).fill(place);
  await page.getByRole("button", { name: words[language].search, exact: true }).click();
  await expect(page).toHaveURL(/\/find\?k=/);
}

/** Nothing scrolls sideways with letters 40 percent larger. */
async function checkLargeText(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    document.documentElement.style.fontSize = "140%";
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    document.documentElement.style.fontSize = "";
    return over;
  });
  expect(wide, `${page.url()} with larger text`).toBeLessThanOrEqual(0);
}

/** Without script axe cannot run; the pages are the same, so it has looked at them where script is on. */
async function checkState(page: Page, script: boolean): Promise<void> {
  if (script) return checkWidths(page, checkLargeText);
  await checkLayout(page);
  await checkLargeText(page);
}

for (const language of ["en", "es"] as const) {
  // The pages have no script of their own: without it they are walked where there is least room.
  for (const script of [true, false]) {
    test(`every state of the finder is clean in ${language}, script ${script ? "on, at every width" : "off, at 320"}`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        baseURL,
        javaScriptEnabled: script,
        viewport: { width: 320, height: 768 },
      });
      const page = await context.newPage();
      await page.goto(`/${language}`);
      await checkState(page, script);
      await search(page, language, "parenting_support", "21215");
      await expect(page.getByRole("article").first()).toBeVisible();
      await checkState(page, script);
      await page.locator("#filters summary").click();
      await checkState(page, script);
      // Far from every program that another journey may bring in.
      await search(page, language, "preschool", "96701");
      await expect(page.getByRole("heading", { name: words[language].none })).toBeVisible();
      await checkState(page, script);
      await search(page, language, "parenting_support", "99999");
      await expect(page.getByText("99999").first()).toBeVisible();
      await checkState(page, script);
      await page.goto(`/${language}/categories`);
      await checkState(page, script);
      await page.goto(`/${language}/list`);
      await checkState(page, script);
      await search(page, language, "parenting_support", "");
      await page.getByRole("article").first().getByRole("heading").getByRole("link").click();
      await expect(page).toHaveURL(/\/programs\//);
      await checkState(page, script);
      await page.locator("form[action$='/list'] button").last().click();
      await expect(page).toHaveURL(/\/list$/);
      await expect(page.getByRole("article")).toHaveCount(1);
      await checkState(page, script);
      await context.close();
    });
  }
}

test("a line of plain words becomes pieces that are taken away without script", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/es");
  await page.locator("summary", { hasText: "O dígalo con sus palabras" }).click();
  await page
    .locator("[name=words]")
    .fill("grupo de crianza en español por la tarde, 1200 N Charles St 21215, zzgrblx");
  await page.getByRole("button", { name: "Buscar con estas palabras" }).click();
  const read = page.getByRole("group", { name: "Lo entendimos así" });
  for (const piece of ["tardes", "«zzgrblx»"]) await expect(read).toContainText(piece);
  await expect(page.getByText("No se usó: 1200 N Charles St", { exact: true })).toBeVisible();
  await expect(page.getByText("No podemos buscar calles")).toBeVisible();
  await checkLayout(page);
  const pieces = page.getByRole("button", { name: /^Quitar:/ });
  const before = await pieces.count();
  await page.getByRole("button", { name: /^Quitar: .*tardes/ }).click();
  await expect(pieces).toHaveCount(before - 1);
  await expect(read).not.toContainText("tardes");
  await context.close();
});

test("an empty answer offers the two nearest wider searches, and a town or an unknown ZIP never blocks", async ({
  page,
}) => {
  await search(page, "en", "parenting_support", "Towson");
  await expect(page.getByRole("heading", { name: /program/ }).first()).toBeVisible();
  await search(page, "en", "parenting_support", "20500");
  await search(page, "en", "legal_help", "21215");
  const wider = page.getByRole("heading", { name: "Try a wider search" });
  if (await wider.isVisible()) {
    const links = page.locator(".link-list a").filter({ hasText: /program/ });
    expect(await links.count()).toBeLessThanOrEqual(2);
    await links.first().click();
    await expect(page.getByRole("article").first()).toBeVisible();
  }
});

test("what a family searches for is in no address, title or log line", async ({ page }) => {
  const seen: string[] = [];
  page.on("request", (request) => seen.push(request.url(), request.headers()["referer"] ?? ""));
  await search(page, "en", "family_violence", "21217");
  const titles = [await page.title()];
  await page.locator("#filters summary").click();
  await page.locator("#filters [name=age]").selectOption("24");
  await page.getByRole("button", { name: "Show programs" }).click();
  await expect(page).toHaveURL(/\/find\?k=/);
  titles.push(await page.title());
  await page.goto("/en");
  await page.locator("summary", { hasText: "in your own words" }).click();
  await page.locator("[name=words]").fill("unmistakable-sentinel shelter 21217");
  await page.getByRole("button", { name: "Search with these words" }).click();
  await expect(page).toHaveURL(/\/find\?k=/);
  titles.push(await page.title());
  const secrets = /violence|21217|sentinel|shelter/i;
  for (const address of seen) expect(decodeURIComponent(address)).not.toMatch(secrets);
  for (const title of titles) expect(title).not.toMatch(secrets);
  // Without the numbers of clocks, ids and ports, in which any five digits come up by chance.
  const log = readFileSync(process.env["E2E_LOG"] ?? "", "utf8")
    .replace(/"(?:time|id|responseTime)":(?:"[^"]*"|[\d.]+)/g, "")
    .replace(/localhost:\d+/g, "");
  expect(log).toContain("/en/find");
  expect(log).not.toMatch(/family_violence|21217|sentinel|find\?k/);
});

test("the emergency line is above the title, quick exit replaces the page, and the list prints without buttons", async ({
  page,
}) => {
  await search(page, "en", "parenting_support", "21215");
  const emergency = await page.getByRole("link", { name: /911/ }).first().boundingBox();
  const title = await page.getByRole("heading", { level: 1 }).boundingBox();
  expect(emergency?.y ?? 0).toBeLessThan(title?.y ?? 0);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Search", exact: true })).toBeHidden();
  await expect(page.locator(".program-acts").first()).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await page.route("https://www.weather.gov/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }),
  );
  await page.getByRole("link", { name: "Quick exit" }).click();
  await expect(page).toHaveTitle("Weather");
});

for (const [language, line, title] of [
  ["en", "he has a gun 96701", "If anyone is in danger now, call first"],
  ["es", "tiene una pistola, 96701", "Si alguien está en peligro ahora, llame primero"],
] as const)
  test(`danger comes before everything, above what is far and without script, in ${language}`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      baseURL,
      javaScriptEnabled: false,
      viewport: { width: 320, height: 768 },
    });
    const page = await context.newPage();
    await page.goto(`/${language}`);
    await page.locator(".more > summary").first().click();
    await page.locator("[name=words]").fill(line);
    await page.locator("[name=words]").press("Enter");
    await expect(page).toHaveURL(/\/find\?k=.*#crisis$/);
    const box = page.getByRole("region", { name: title });
    await expect(box.getByRole("link", { name: /911/ })).toHaveAttribute("href", "tel:911");
    await expect(box.getByRole("link", { name: /1-800-799-7233/ })).toBeVisible();
    const [above, below] = await Promise.all([box.boundingBox(), page.locator("#results").boundingBox()]);
    expect(above?.y ?? 0).toBeLessThan(below?.y ?? 0);
    await checkState(page, false);
    await context.close();
  });
