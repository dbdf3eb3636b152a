import { type Browser, type Page, expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { Presses } from "../count-presses";
import { casaDelPuenteId, openDesk } from "../desk-people";
import { askProvider } from "./ask-provider";

const listings = `/provider/${casaDelPuenteId}/listings`;
const program = "English for Families";
const shots = process.env["E2E_SHOTS"];
const shot = async (page: Page, name: string) => {
  if (!shots) return;
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
  }
};

const desk = (browser: Browser, baseURL: string | undefined, email: string) =>
  openDesk(browser, baseURL, {
    email,
    name: "Nora Pike",
    role: "provider_manager",
    organizationId: casaDelPuenteId,
  });

/** These pages send no script at all, so what works here works without it. (axe itself needs a browser that runs it.) */
const noScript = async (page: Page) =>
  expect(await page.locator("script[src]:not([data-not-sent])").count()).toBe(0);

// The worker writes to up to a hundred others first.
test.describe.configure({ mode: "serial", timeout: 300_000 });

test("a provider confirms from its mail in two presses; a scanner that opens the link confirms nothing", async ({
  browser,
  baseURL,
}) => {
  const manager = await desk(browser, baseURL, "listings.mail@casadelpuente.example");
  const text = await askProvider(casaDelPuenteId, [program]);
  expect(text).toContain(program.toUpperCase());
  const link = /\/check\/[\w-]{40,}/.exec(text)?.[0] ?? "";
  const outside = await browser.newContext({ baseURL });
  for (let scan = 0; scan < 2; scan++) expect((await outside.request.get(link)).status()).toBe(200);
  await manager.goto(listings);
  await expect(manager.getByRole("row", { name: new RegExp(program) })).toContainText("Checked 80 days ago");

  const page = await outside.newPage();
  const presses = new Presses(page);
  presses.count += 1; // the link in the mail
  const answer = await page.goto(link);
  expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
  expect(await page.title()).not.toContain(program);
  await expect(page.getByRole("heading", { name: "Is this still right?" })).toBeVisible();
  await noScript(page);
  await checkWidths(page);
  await shot(page, "check-open");
  presses.count += 1;
  await page.getByRole("button", { name: "Still right" }).click();
  await expect(page.getByRole("heading", { name: "Thank you. It is confirmed." })).toBeVisible();
  expect(presses.count).toBeLessThanOrEqual(2);
  await checkWidths(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This listing was already checked" })).toBeVisible();
  await manager.goto(listings);
  await expect(manager.getByRole("row", { name: new RegExp(program) })).toContainText("Checked today");
  expect((await page.goto(`/check/${"x".repeat(43)}`))?.status()).toBe(404);
});

test("Something changed leads through sign-in to that part alone, and the change is live and told", async ({
  browser,
  baseURL,
}) => {
  const page = await desk(browser, baseURL, "listings.mail@casadelpuente.example");
  const text = await askProvider(casaDelPuenteId, [program]);
  const link = /\/check\/[\w-]{40,}/.exec(text)?.[0] ?? "";
  await page.goto(`${link}#changed`);
  await page.getByRole("link", { name: "Phone, cost or how to join" }).click();
  await page.getByLabel("Phone for families and the support line").fill("(410) 555-0177");
  await page.getByRole("button", { name: "Save this section" }).click();
  await expect(page.getByRole("status")).toContainText("Section saved");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This listing was already checked" })).toBeVisible();
  await page.goto(listings);
  await page.getByRole("link", { name: program, exact: true }).click();
  await expect(page.getByRole("link", { name: "What changed on this listing" })).toBeVisible();
  await checkWidths(page);
  await page.getByRole("link", { name: "What changed on this listing" }).click();
  await expect(page.getByRole("row", { name: /Phone/ }).first()).toContainText("(410) 555-0177");
  await expect(page.getByRole("row", { name: /Phone/ }).first()).toContainText("Provider, Nora P.");
  await checkWidths(page);
  await shot(page, "history");
  await page
    .getByRole("button", { name: /Put back: Phone/ })
    .first()
    .click();
  await expect(page.getByRole("status")).toContainText("The former value is back");
});

test("openings, pause and all still right work on the list at every width, without script, in Spanish", async ({
  browser,
  baseURL,
}) => {
  const page = await desk(browser, baseURL, "listings.rows@casadelpuente.example");
  await askProvider(casaDelPuenteId, [program]);
  await page.goto(listings);
  await expect(page.getByRole("heading", { name: "1 listing is due for a check" })).toBeVisible();
  await noScript(page);
  await checkWidths(page);
  await shot(page, "listings");
  await page.setViewportSize({ width: 360, height: 740 });
  const room = page.getByLabel(`Openings of ${program}`);
  const before = Number(await room.inputValue());
  await page.getByRole("button", { name: `One opening more in ${program}` }).click();
  await expect(room).toHaveValue(String(before + 1));
  await page.getByRole("button", { name: `One opening fewer in ${program}` }).click();
  await expect(room).toHaveValue(String(before));
  await page
    .getByText(/^(None|Yes)$/)
    .first()
    .click();
  await page.getByLabel("Families waiting").first().fill("6");
  await page.getByLabel("Waitlist, in days").first().fill("30");
  await page.getByRole("button", { name: "Save the waitlist of" }).first().click();
  await expect(page.getByText("6 families and 30 days").first()).toBeVisible();
  await shot(page, "listings-waitlist");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: `Pause ${program}` }).click();
  await expect(page.getByRole("status")).toContainText("Paused");
  await page.getByRole("button", { name: `Take up again: ${program}` }).click();
  await page.getByText("Look first").click();
  await expect(page.getByRole("region", { name: program })).toBeVisible();
  await page.getByRole("button", { name: "All still right" }).click();
  await expect(page.getByRole("status")).toContainText("1 listing counts as checked today");
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("programas");
  await checkWidths(page);
});
