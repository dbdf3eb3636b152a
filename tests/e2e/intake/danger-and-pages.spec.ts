import { expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { openCall, searchFor } from "./open-call";

test("a line that tells of danger puts whom to call above the results, and the focus on it", async ({
  context,
  baseURL,
}) => {
  const page = await openCall(context, baseURL, "danger.first");
  await page.keyboard.type("he hits me, parenting 21215");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^This tells of violence/ })).toBeFocused();
  const box = page.getByRole("region", { name: /^This tells of violence/ });
  await expect(box.getByRole("link", { name: /^Call 911/ })).toHaveAttribute("href", "tel:911");
  await expect(box.getByRole("link", { name: /^Call 1-800-799-7233/ })).toHaveAttribute(
    "href",
    "tel:18007997233",
  );
  const [above, below] = await Promise.all([box.boundingBox(), page.locator("#results").boundingBox()]);
  expect(above?.y ?? 0).toBeLessThan(below?.y ?? 0);
  expect(page.url()).not.toMatch(/violence|danger|hits/);
  await checkWidths(page);
  // From there on by keyboard: the first number, or a row.
  await page.keyboard.press("Tab");
  await expect(box.getByRole("link", { name: /^Call 911/ })).toBeFocused();
  await page.locator("#crisis").focus();
  await page.keyboard.press("1");
  await expect(page.locator("#r1")).toBeFocused();
  await page.locator("#q").fill("parenting 21215");
  await page.keyboard.press("Enter");
  await expect(page.locator("#r1")).toBeFocused();
  await expect(box).toHaveCount(0);
});

test("a chip that is taken off stays off, and the next line keeps place and language", async ({
  context,
  baseURL,
}) => {
  const page = await openCall(context, baseURL, "danger.chips");
  await searchFor(page, "parenting 21215 spanish evening");
  const chips = page.getByRole("group", { name: "How we read your search" });
  await chips.getByRole("button", { name: "Remove Evenings" }).click();
  await expect(page.locator("#q")).toHaveValue("parenting 21215 spanish");
  await page.locator("#q").focus();
  await page.keyboard.press("Enter");
  await expect(chips.locator(".chip b")).toHaveText([
    "Parenting support",
    "Within 5 miles of 21215",
    "Spanish",
  ]);
  await page.locator("#q").fill("food");
  await page.keyboard.press("Enter");
  await expect(chips.locator(".chip b")).toHaveText(["Food", "Within 5 miles of 21215", "Spanish"]);
});

test("why a program is not here is one press away", async ({ context, baseURL }) => {
  const page = await openCall(context, baseURL, "danger.why");
  await searchFor(page, "parenting 21215 spanish evening");
  await page.getByRole("link", { name: "Why is a program not here?" }).click();
  await expect(page.getByRole("heading", { name: "Close by their words, but left out" })).toBeFocused();
  await expect(page.getByText("Not open: evenings").first()).toBeVisible();
  await checkWidths(page);
});

test("of one opened program each rule that it fails is one key away, by the list of those left out", async ({
  context,
  baseURL,
}) => {
  const page = await openCall(context, baseURL, "danger.one");
  await searchFor(page, "parenting 21215 spanish evening");
  await page.keyboard.press("Enter");
  await expect(page.locator("#panel-title")).toBeFocused();
  await page.keyboard.press("y");
  await expect(page.getByRole("heading", { name: "This program and this call" })).toBeFocused();
  await expect(page.getByText("It fails none of the rules of this call.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Why is a program not here?" }).click();
  const left = page.getByRole("region", { name: "Close by their words, but left out" });
  await left
    .getByRole("listitem")
    .filter({ hasText: "Not open: evenings" })
    .getByRole("link")
    .first()
    .click();
  await expect(page.locator("#panel-title")).toBeFocused();
  await page.keyboard.press("y");
  await expect(page.getByRole("heading", { name: "This program and this call" })).toBeFocused();
  const fit = page.getByRole("region", { name: "This program and this call" });
  await expect(fit.getByText("Not open: evenings")).toBeVisible();
  await checkWidths(page);
});
