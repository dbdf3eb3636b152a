import { type Browser, expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { enterAs } from "../desk-people";
import { referFamily } from "../provider/refer-family";

async function linkOfNewFamily(browser: Browser, baseURL: string | undefined, name: string): Promise<string> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await enterAs(
    context,
    { email: `my.${name.toLowerCase()}@intake.example`, name: "Dana Rivers", role: "hotline_screener" },
    baseURL ?? "",
  );
  const page = await context.newPage();
  await referFamily(
    page,
    { name, phone: "(410) 555-0199", help: "Help with tantrums" },
    "Spanish Evening Parenting Group",
  );
  await page.goto(`${page.url().split("?")[0]}/summary`);
  await page.getByRole("button", { name: "Make a private link" }).click();
  const link = (await page.locator(".private-link").textContent()) ?? "";
  await context.close();
  return new URL(link).pathname;
}

test("a family sees what was sent and to whom, and says no, without script", async ({ browser, baseURL }) => {
  const path = await linkOfNewFamily(browser, baseURL, "Ana");
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  const answer = await page.goto(path.replace("/es/", "/en/"));
  expect(answer?.headers()["referrer-policy"]).toContain("no-referrer");
  await expect(page).toHaveTitle(/^Your page/);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");
  await expect(page.getByText("Spanish Evening Parenting Group")).toBeVisible();
  await expect(page.getByText("We sent your details.")).toBeVisible();
  await expect(page.getByText("(410) 555-0199")).toBeVisible();
  await expect(page.locator("script[src]")).toHaveCount(0);
  await page.getByText("No, I do not want this").first().click();
  await page.getByRole("button", { name: "No, I do not want this" }).click();
  await expect(page.getByRole("status")).toContainText("You said no. That is fine.");
  await expect(page.getByText("Sharing with this program has stopped.")).toBeVisible();
  await context.close();
});

test("contact can be put right, in Spanish, and mistakes are said in words", async ({
  browser,
  baseURL,
  page,
}) => {
  const path = await linkOfNewFamily(browser, baseURL, "Eva");
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Su página" })).toBeVisible();
  await checkWidths(page);
  await page.getByLabel("Teléfono").fill("");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByRole("alert")).toContainText("Dé un teléfono o correo");
  await checkWidths(page);
  await page.getByLabel("Teléfono").fill("(410) 555-0133");
  await page.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByRole("status")).toContainText("Sus datos quedaron guardados.");
  await expect(page.getByLabel("Teléfono")).toHaveValue("(410) 555-0133");
});

test("a link nobody made, or half of one, is not found", async ({ page }) => {
  for (const token of ["nobody-made-this-link-0123456789", "x", "%00"]) {
    const answer = await page.goto(`/en/my/${token}`);
    expect([400, 404], token).toContain(answer?.status());
  }
});
