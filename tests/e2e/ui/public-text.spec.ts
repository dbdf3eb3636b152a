import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { checkPage, checkWidths } from "./check-page";

/** One of each kind: plain text, text with a list of topics, a page that does not exist. */
const kinds = ["privacy", "help/safety", "help/no-such-topic"];
const paths = [...kinds, "accessibility", "help/finding-help", "help/what-happens-next", "help/language"];

for (const language of ["en", "es"] as const) {
  test(`the pages of text are clean in ${language} at every width`, async ({ page }) => {
    for (const path of kinds) {
      await page.goto(`/${language}/${path}`);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await checkWidths(page);
    }
  });
}

test("text at twice its size still fits a phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 768 });
  for (const path of paths) {
    await page.goto(`/es/${path}`);
    const wide = await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    });
    expect(wide, path).toBeLessThanOrEqual(0);
  }
});

test("the start follows the browser's language and never the place", async ({ browser }) => {
  const context = await browser.newContext({ locale: "es-MX" });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page).toHaveURL(/\/es$/);
  await context.close();
});

test("the other language keeps the page", async ({ page }) => {
  await page.goto("/es/help/safety?from=home");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/help\/safety\?from=home$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Staying safe online");
});

test("quick exit leaves the site and takes its own place in the history", async ({ page }) => {
  await page.route("https://www.weather.gov/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }),
  );
  await page.goto("/en/privacy");
  await page.goto("/en/help/safety");
  await page.getByRole("link", { name: "Quick exit" }).click();
  await expect(page).toHaveTitle("Weather");
  await page.goBack();
  await expect(page).toHaveURL(/\/en\/privacy$/);
});

test("a page that does not exist says so in the reader's language, without a stack", async ({ page }) => {
  const answer = await page.goto("/es/no-such-page");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No encontramos esa página");
  await expect(page).toHaveTitle(/^No encontramos esa página/);
  expect(await page.content()).not.toMatch(/at \w+ \(|node_modules|\.server/);
  await checkPage(page);
});

test("a language we do not have is a page that does not exist", async ({ request }) => {
  expect((await request.get("/xx/privacy")).status()).toBe(404);
});

test("keeps the budget: no framework script, at most 3 kB inline, 15 kB of styles, 30 kB of page", async ({
  page,
  request,
}) => {
  const loaded: string[] = [];
  page.on("request", (one) => loaded.push(`${one.resourceType()} ${one.url()}`));
  await page.goto("/en/privacy");
  await page.waitForLoadState("networkidle");
  expect(loaded.filter((line) => line.startsWith("script"))).toEqual([]);
  const inline = await page.locator("script").allTextContents();
  expect(gzipSync(inline.join("")).length).toBeLessThan(3_000);
  const sheets = await page
    .locator("link[rel=stylesheet]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const styles = await Promise.all(sheets.map(async (sheet) => (await request.get(sheet)).body()));
  expect(gzipSync(Buffer.concat(styles)).length).toBeLessThan(15_000);
  expect(gzipSync(await page.content()).length).toBeLessThan(30_000);
});

test("reads and leaves without script @nojs", async ({ page }) => {
  await page.goto("/es/help/safety");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Seguridad en línea");
  await expect(page.getByRole("link", { name: "Salir rápido" })).toHaveAttribute("href", /^https:/);
  await page.getByRole("link", { name: "Su privacidad" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Su privacidad");
});

test("the choice of language on a staff page comes back to the same page @nojs", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
});
