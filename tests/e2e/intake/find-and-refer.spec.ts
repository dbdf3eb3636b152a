import { expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { enterAs, rosewoodId } from "../desk-people";
import { keyOfRow, openCall, searchFor } from "./open-call";

test("the search is read into removable chips and stays out of the address", async ({ context, baseURL }) => {
  const page = await openCall(context, baseURL, "find.chips");
  await searchFor(page, "parenting 21215 spanish evening xyzzy 999");
  const chips = page.getByRole("group", { name: "How we read your search" });
  for (const chip of ["Parenting support", "Within 5 miles of 21215", "Spanish", "Evenings", "“xyzzy”"])
    await expect(chips.getByText(chip, { exact: true })).toBeVisible();
  await expect(page.getByText("Not used: 999")).toBeVisible();
  const heading = page.locator("#results");
  const before = await heading.textContent();
  await chips.getByRole("button", { name: "Remove Evenings" }).click();
  await expect(chips.getByText("Evenings", { exact: true })).toHaveCount(0);
  expect(before).toMatch(/programs? fits?\./);
  expect(page.url()).not.toMatch(/parenting|21215|spanish/i);
  await checkWidths(page);
});

test("nothing fits: says so and what to take away", async ({ context, baseURL }) => {
  const page = await openCall(context, baseURL, "find.none", "support", "riverside");
  await page.keyboard.type("crisis 21403 arabic weekend");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "No program fits all of this" })).toBeVisible();
  await checkWidths(page);
});

test("every panel passes the checks; Send explains instead of refusing to be pressed", async ({
  context,
  baseURL,
}) => {
  const page = await openCall(context, baseURL, "find.panels");
  await checkWidths(page);
  await searchFor(page, "parenting 21215 spanish evening");
  await checkWidths(page);
  await page.locator("#r1").focus();
  for (const [key, name] of [
    ["t", "Give the details of"],
    ["w", "Warm transfer to"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("heading", { name: new RegExp(name) })).toBeVisible();
    await checkWidths(page);
    await page.keyboard.press("Escape");
    await expect(page.locator("#r1")).toBeFocused();
  }
  await page.keyboard.press("r");
  await expect(page.getByLabel("First name or nickname")).toBeFocused();
  const [answer, send] = await Promise.all(
    ["#answer .opts", ".panel-send"].map((part) => page.locator(part).boundingBox()),
  );
  expect((answer?.y ?? 0) + (answer?.height ?? 0), "the answer stands above Send").toBeLessThan(send?.y ?? 0);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toContainText("Ask first, then choose an answer.");
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(3);
  await expect(page).toHaveTitle(/^Error: /);
  await checkWidths(page);
  await page.getByLabel("Best phone number").fill("no tengo");
  // With a number the words are others: they are drawn anew, and the answer is asked again.
  await page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByLabel("Yes").check();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toContainText("Write a first name or a nickname.");
  await expect(page.getByRole("alert")).toContainText("Write the phone number with its area code");
});

test("a call ended in another tab says so, and what was typed stays", async ({ context, baseURL }) => {
  const page = await openCall(context, baseURL, "find.ended");
  await searchFor(page, "parenting 21215 spanish evening");
  const search = await context.newPage();
  await search.goto(page.url());
  await page.locator("#r1").focus();
  await page.keyboard.press("r");
  await expect(page.getByLabel("First name or nickname")).toBeFocused();
  const ending = await context.newPage();
  await ending.goto(search.url());
  await ending.getByRole("button", { name: "End call" }).click();
  await expect(ending).toHaveURL(/\/summary$/);
  await page.keyboard.type("Celia");
  await page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByLabel("Yes").check();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toContainText("This call has ended");
  await expect(page.getByLabel("First name or nickname")).toHaveValue("Celia");
  await search.locator("#q").fill("diapers 21215");
  await search.keyboard.press("Enter");
  await expect(search.getByRole("status").getByText("This call has ended")).toBeVisible();
  await expect(search.locator("#q")).toHaveValue("diapers 21215");
});

test("a foreign call, a forged id and a foreign program are not found", async ({
  context,
  baseURL,
  browser,
}) => {
  const page = await openCall(context, baseURL, "find.owner");
  const mine = page.url();
  const other = await browser.newContext({ baseURL });
  await enterAs(
    other,
    { email: "find.other@intake.example", name: "Ines Park", role: "hotline_screener" },
    baseURL ?? "",
  );
  const stranger = await other.newPage();
  for (const path of [
    mine,
    "/intake/calls/not-an-id",
    "/intake/calls/0199a000-0000-7000-8000-00000000dead",
    `${mine}/refer/no-such-program`,
  ]) {
    expect((await stranger.goto(path))?.status(), path).toBe(404);
  }
  const answer = await other.request.post(mine, {
    form: { intent: "search", q: "food" },
    headers: { origin: baseURL ?? "" },
  });
  expect(answer.status()).toBe(404);
  await enterAs(
    other,
    {
      email: "find.provider@rosewood.example",
      name: "Luis Mora",
      role: "provider_worker",
      organizationId: rosewoodId,
    },
    baseURL ?? "",
  );
  expect((await stranger.goto(mine))?.status()).toBe(403);
  await other.close();
});

test("works without script: search, choose, refer, and what was typed survives a refusal", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await enterAs(
    context,
    { email: "find.plain@intake.example", name: "Dana Rivers", role: "hotline_screener" },
    baseURL ?? "",
  );
  const page = await context.newPage();
  await page.goto("/intake");
  await page.getByRole("button", { name: "Start a support line call" }).click();
  await page.getByLabel("What is the family looking for?").fill("parenting 21215 spanish evening");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: "Parents Together Home Visits" }).click();
  await page.getByRole("link", { name: "Refer", exact: true }).click();
  await page.getByLabel("First name or nickname").fill("Linh");
  await page.getByLabel("What would help").fill("Routines with a teen at home");
  await page.getByRole("button", { name: "Send referral" }).click();
  await expect(page.getByRole("alert")).toContainText("Ask first");
  await expect(page.getByLabel("First name or nickname")).toHaveValue("Linh");
  await page.getByLabel("Yes, Linh agreed").check();
  await page.getByRole("button", { name: "Send referral" }).click();
  await expect(page.getByRole("alert")).toContainText("Give a phone number, or say that they will call.");
  await page.getByLabel("Best phone number").fill("(410) 555-0158");
  await page.getByLabel("Yes, Linh agreed").check();
  await page.getByRole("button", { name: "Send referral" }).click();
  await expect(page.getByRole("status")).toContainText("Referral sent to Parents Together Home Visits");
  // What was done is marked in the results, and the words for the first program do not go to the second.
  await expect(page.locator("#list")).toContainText("Sent, waiting for an answer");
  await page.getByRole("link", { name: "Spanish Evening Parenting Group" }).click();
  await page.getByRole("link", { name: "Refer", exact: true }).click();
  await expect(page.getByLabel("First name or nickname")).toHaveValue("Linh");
  await expect(page.getByLabel("What would help")).toHaveValue("");
  await context.close();
});

test("an over-long text is refused in words, and posting the same form twice sends once", async ({
  context,
  baseURL,
}) => {
  const page = await openCall(context, baseURL, "find.twice");
  await searchFor(page, "parenting 21215 spanish evening");
  await page.getByRole("link", { name: "Parents Together Home Visits" }).click();
  await page.locator(`#r${await keyOfRow(page, "Parents Together Home Visits")}`).focus();
  await page.keyboard.press("r");
  await expect(page.getByLabel("First name or nickname")).toBeVisible();
  const action = new URL(page.url());
  await page.getByLabel("First name or nickname").fill("Carmen");
  await page.getByLabel("Best phone number").fill("(410) 555-0171");
  const words = page.locator("#refer [name=wordsEs]");
  await expect(words).toHaveValue(/su teléfono/);
  const form = {
    intent: "send",
    formKey: (await page.locator("#refer [name=formKey]").getAttribute("value")) ?? "",
    name: "Carmen",
    phone: "(410) 555-0171",
    way: "call",
    ...{ postalCode: "21215", language: "es", need: "parenting_support" },
    help: "x".repeat(5000),
    script: "es",
    wordsEs: await words.inputValue(),
    answer: "yes",
  };
  const headers = { origin: baseURL ?? "" };
  const long = await context.request.post(action.pathname, { form, headers });
  expect(long.status()).toBe(422);
  expect(await long.text()).toContain("This is too long");
  const right = { ...form, help: "Help at bedtime" };
  for (const time of [1, 2]) {
    const sent = await context.request.post(action.pathname, { form: right, headers, maxRedirects: 0 });
    expect(sent.status(), `post ${time}`).toBe(303);
  }
  await page.goto(`${action.pathname.replace(/\/refer.*/, "")}/summary`);
  await expect(page.getByText("Parents Together Home Visits")).toHaveCount(1);
  await checkWidths(page);
});

test("follow-ups, today's calls and Spanish pass the checks", async ({ context, baseURL }) => {
  const page = await openCall(context, baseURL, "find.lists");
  for (const path of ["/intake", "/intake/calls", "/intake/follow-ups"]) {
    await page.goto(path);
    await checkWidths(page);
  }
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { name: "Seguimientos" })).toBeVisible();
  await checkWidths(page);
});
