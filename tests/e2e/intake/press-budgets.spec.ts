import { expect, test } from "@playwright/test";
import { Presses } from "../count-presses";
import { keyOfRow, openCall, searchFor } from "./open-call";

const line = "parenting 21215 spanish evening kids 3 and 6";

test("a new family and one program take 12 presses, each further program 4", async ({ context, baseURL }) => {
  const page = await openCall(context, baseURL, "budget.refer");
  const keys = new Presses(page);
  await keys.type(line);
  await keys.press("Enter");
  await expect(page.locator("#r1")).toBeFocused();
  const at = await keyOfRow(page, "Parents Together Home Visits");
  await keys.press(at);
  await expect(page.locator(`#r${at}`)).toBeFocused();
  await keys.press("r");
  await expect(page.getByLabel("First name or nickname")).toBeFocused();
  await keys.type("Maria");
  await keys.tab(1);
  await keys.type("(410) 555-0142");
  await keys.tab(2);
  await keys.press("Space");
  await expect(page.getByLabel("Message is OK")).toBeChecked();
  await keys.tab(1);
  await keys.type("Help with tantrums. Evenings after 6 work best.");
  await keys.tab(2);
  for (const answer of ["yes", "no"])
    await expect(page.locator(`[name=answer][value=${answer}]`)).not.toBeChecked();
  await keys.press("Space");
  await expect(page.getByLabel("Yes, Maria agreed")).toBeChecked();
  await expect(
    page.getByText(
      "¿Está bien si comparto su nombre, su teléfono, su código postal, su idioma, las edades de sus niños y lo que le ayudaría con Rosewood Community Partners",
    ),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Send referral" })).toBeInViewport();
  await keys.press("Control+Enter");
  await expect(
    page.getByRole("status").getByText("Referral sent to Parents Together Home Visits"),
  ).toBeVisible();
  expect(keys.count).toBeLessThanOrEqual(12);

  await expect(page.locator(`#r${at}`)).toBeFocused();
  const further = new Presses(page);
  await further.press(await keyOfRow(page, "Spanish Evening Parenting Group"));
  await further.press("r");
  await expect(page.locator("[name=answer][value=yes]")).toBeFocused();
  await expect(page.locator("[name=answer][value=yes]")).not.toBeChecked();
  await further.press("Space");
  await further.press("Control+Enter");
  await expect(
    page.getByRole("status").getByText("Referral sent to Spanish Evening Parenting Group"),
  ).toBeVisible();
  expect(further.count).toBeLessThanOrEqual(4);
  await expect(page.getByRole("link", { name: "2 done on this call" })).toBeVisible();
  expect(page.url()).not.toMatch(/maria|555|parenting 21215/i);
});

test("details only take 5 presses and share nothing", async ({ context, baseURL }) => {
  const page = await openCall(context, baseURL, "budget.text");
  const keys = new Presses(page);
  await keys.type(line);
  await keys.press("Enter");
  await expect(page.locator("#r1")).toBeFocused();
  await keys.press("2");
  await keys.press("t");
  await expect(page.getByLabel("Words to text or read")).toBeFocused();
  await keys.press("Tab");
  await keys.press("Enter");
  await expect(page.getByRole("status").getByText("Nothing was shared")).toBeVisible();
  expect(keys.count).toBeLessThanOrEqual(5);
});

test("reaching out takes 10 presses and sends the minimum only", async ({ context, baseURL }) => {
  const page = await openCall(context, baseURL, "budget.outreach", "hotline");
  await expect(page.getByRole("button", { name: "Someone else" })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.type("parenting 21215");
  await page.keyboard.press("Enter");
  await expect(page.locator("#r1")).toBeFocused();
  await expect(page.locator("#list").getByRole("link", { name: "Refer", exact: true })).toHaveCount(0);
  const keys = new Presses(page);
  await keys.press("o");
  await expect(page.getByLabel("Caregiver’s name")).toBeFocused();
  await keys.type("Tasha");
  await keys.tab(1);
  await keys.type("(410) 555-0177");
  await keys.tab(3);
  await keys.type("3, 8 months");
  await keys.tab(2);
  await keys.press("ArrowDown");
  await keys.tab(1);
  await keys.press("Control+Enter");
  await expect(page.getByRole("status").getByText("Sent to the outreach team")).toBeVisible();
  expect(keys.count).toBeLessThanOrEqual(10);
});

test("one press transfers for safety from anywhere, and the draft stays", async ({ context, baseURL }) => {
  const page = await openCall(context, baseURL, "budget.safety");
  await page.keyboard.type(line);
  await page.keyboard.press("Enter");
  await expect(page.locator("#r1")).toBeFocused();
  await page.keyboard.press("r");
  await expect(page.getByLabel("First name or nickname")).toBeFocused();
  await page.keyboard.type("Rosa");
  await Promise.all([
    page.waitForResponse(
      (answer) => answer.request().method() === "POST" && answer.url().includes("/calls/"),
    ),
    page.keyboard.press("Alt+t"),
  ]);
  await expect(page.getByRole("heading", { name: "Worried about safety? Transfer now" })).toBeVisible();
  await expect(page.locator("#safety")).toBeFocused();
  await expect(page.getByLabel("First name or nickname")).toHaveValue("Rosa");
  await page.reload();
  await expect(page.getByLabel("First name or nickname")).toHaveValue("Rosa");
});

test("a family already known takes 6 presses, found by its number alone", async ({ context, baseURL }) => {
  const before = await openCall(context, baseURL, "budget.known");
  await searchFor(before, line);
  await before.keyboard.press(await keyOfRow(before, "Parents Together Home Visits"));
  await before.keyboard.press("r");
  await before.getByLabel("First name or nickname").fill("Knownia");
  await before.getByLabel("Best phone number").fill("(410) 555-0167");
  await before.locator("[name=answer][value=yes]").check();
  await before.keyboard.press("Control+Enter");
  await expect(before.getByRole("status").getByText("Referral sent")).toBeVisible();

  const page = await openCall(context, baseURL, "budget.known");
  const keys = new Presses(page);
  await keys.type("410 555 0167 parenting 21215 spanish evening");
  await keys.press("Enter");
  await expect(page.getByRole("button", { name: "Yes, this is Knownia" })).toBeFocused();
  await keys.press("Enter");
  await expect(page.locator("#r1")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "What is the family looking for?" })).toHaveValue(
    "parenting 21215 spanish evening",
  );
  await keys.press(await keyOfRow(page, "Spanish Evening Parenting Group"));
  await keys.press("r");
  await expect(page.locator("[name=answer][value=yes]")).toBeFocused();
  await keys.press("Space");
  await keys.press("Control+Enter");
  await expect(page.getByRole("status").getByText("Referral sent")).toBeVisible();
  expect(keys.count).toBeLessThanOrEqual(6);
  expect(page.url()).not.toMatch(/555|Knownia/i);

  const stranger = await openCall(context, baseURL, "budget.stranger");
  await stranger.keyboard.type("410 555 0167 parenting 21215");
  await stranger.keyboard.press("Enter");
  await expect(stranger.locator("#r1")).toBeFocused();
  await expect(stranger.getByText("Knownia")).toHaveCount(0);
});
