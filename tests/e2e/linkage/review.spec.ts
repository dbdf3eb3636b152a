import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { Presses } from "../count-presses";
import { enterAs, openDesk, reachDesk } from "../desk-people";
import { harborId } from "../desk-people";
import { upstream } from "../portal-command";
import { checkWidths } from "../ui/check-page";

const reader = (name: string) => ({
  email: `${name.toLowerCase()}@linking.example`,
  name: `${name} Reed`,
  role: "link_reviewer" as const,
  teamName: "Record linkage",
});
const manager = {
  email: "linked.manager@programs.example",
  name: "Petra Quill",
  role: "program_manager" as const,
  teamName: "Programs",
};

test.use({ javaScriptEnabled: true });

/** Until the worker has linked the story's records. */
async function waitForPairs(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("/linkage");
    await expect(page.getByRole("heading", { name: /\d\d+ pairs wait for you/ })).toBeVisible({
      timeout: 1000,
    });
  }).toPass({ timeout: 180_000 });
}

async function countLinks(): Promise<number> {
  const { prisma } = await reachDesk();
  const { inTransaction } = await import("../../../app/db/transaction.server");
  return inTransaction(
    { jurisdictionId: harborId },
    (tx) => tx.personLink.count({ where: { rule: "reviewed.1" } }),
    {
      prisma,
    },
  );
}

test("fifty pairs by keyboard, one undone, and the numbers that rested on it marked", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const page = await openDesk(browser, baseURL, reader("Ada"));
  await waitForPairs(page);
  await checkWidths(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  const presses = new Presses(page);
  await presses.press("n");
  await expect(page.getByRole("heading", { name: "Compare two records" })).toBeVisible();
  await checkWidths(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  const names: string[] = [];
  for (let at = 0; at < 50; at += 1) {
    const records = page.getByRole("region", { name: "Both records" });
    await expect(records).toBeVisible();
    names.push(
      (await records.getByRole("row", { name: /^First name/ }).innerText()).split(/\t|\n/).at(-1) ?? "",
    );
    expect(page.url()).toMatch(/\/linkage\/pairs\/[0-9a-f-]{36}(\?last=[0-9a-f-]{36})?$/);
    expect(await page.title()).toContain("Compare two records");
    // The score of this pair stands nowhere: the only percentage is that of the pair before.
    const scores = (await page.getByRole("main").innerText()).match(/\d%/g) ?? [];
    expect(scores.length).toBeLessThanOrEqual(at === 0 ? 0 : 1);
    const before = page.url();
    await presses.press(at % 10 === 9 ? "z" : at % 5 === 4 ? "d" : "2");
    await presses.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Kept:" })).toBeVisible();
    await expect(page).not.toHaveURL(before);
  }
  // One key an answer, one to keep it; one to begin.
  expect(presses.count).toBe(101);
  await page.goto("/linkage");
  await expect(page.getByText("You have answered 50 pairs.")).toBeVisible();
  expect(await countLinks()).toBeGreaterThan(15);

  await upstream("compute", "measures", "--jurisdiction", "harbor");
  const held = await countLinks();
  await page.goto("/linkage/decided");
  await checkWidths(page);
  const different = page.getByRole("row", { name: /Different children/ }).first();
  await different.getByRole("link", { name: /Take back/ }).click();
  await expect(page.getByRole("heading", { name: "What rests on this answer" })).toBeVisible();
  await checkWidths(page);
  await page.getByLabel("It looks otherwise at a second look").check();
  await page.getByRole("button", { name: "Take the answer back" }).click();
  await expect(page.getByText("An answer that kept the two apart was taken back.")).toBeVisible();
  await page.goto("/linkage/decided");
  const same = page.getByRole("row", { name: /Same child/ }).first();
  await same.getByRole("link", { name: /Take back/ }).click();
  await expect(page.getByRole("heading", { name: "What rests on this link" })).toBeVisible();
  await expect(page.getByText(/of the goals counted while it held/)).toBeVisible();
  await checkWidths(page);
  const goals = await openDesk(browser, baseURL, manager);
  await goals.goto("/manager/goals");
  await expect(goals.getByText(/taken back after these numbers/)).toHaveCount(0);
  await page.getByRole("button", { name: "Take the link back" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose");
  await page.getByLabel("I pressed the wrong key").check();
  await page.getByRole("button", { name: "Take the link back" }).click();
  await expect(page.getByRole("status")).toContainText("The link was taken back");
  await goals.goto("/manager/goals");
  await expect(
    goals.getByText("1 link to the agency's records was taken back after these numbers"),
  ).toBeVisible();
  expect(await countLinks()).toBe(held - 1);

  const log = readFileSync(process.env["E2E_LOG"] ?? "", "utf8");
  for (const name of new Set(names.filter((one) => one.length > 6)))
    expect([name, log.includes(name)]).toEqual([name, false]);
});

test("none of these: both sources are searched without a name in any address", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const page = await openDesk(browser, baseURL, reader("Bea"));
  await waitForPairs(page);
  // A key pressed before the page listens is nobody's.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("heading", { name: "Search both sources" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.getByLabel("Name, or a part of it").fill("Testcase");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "Children told here" })).toBeVisible();
  expect(page.url()).toMatch(/\/linkage\/search$/);
  await checkWidths(page);
  await page.getByRole("button", { name: "Read these two as a pair" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a child on each side.");
  await page.getByLabel("Name, or a part of it").fill("Testcase");
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: "Children told here" }).getByRole("radio").first().check();
  await page
    .getByRole("group", { name: "Children in the agency's records" })
    .getByRole("radio")
    .nth(4)
    .check();
  await page.getByRole("button", { name: "Read these two as a pair" }).click();
  await expect(page.getByRole("heading", { name: "Compare two records" })).toBeVisible();
});

test("a manager sees who was found, with the same hidden cells in the file; a reviewer sees no outcome", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await enterAs(context, manager, baseURL ?? "");
  await page.goto("/manager/method");
  await page.getByRole("link", { name: "Whose records could be found" }).click();
  await expect(page.getByRole("heading", { name: "Whose later records could be found" })).toBeVisible();
  await checkWidths(page);
  await page.goto("/manager/linked");
  const shown = await page.getByRole("main").innerText();
  expect(shown).toMatch(/1 to 10, hidden/);
  const csv = await (await page.request.get("/manager/linked.csv")).text();
  const rows = csv.split("\r\n").filter((line) => line.includes(",age,"));
  expect(rows.length).toBeGreaterThan(3);
  expect(csv).toContain(",hidden");
  expect(csv).not.toMatch(/,([1-9]|10)(,|\r)/);
  expect((await page.request.get("/linkage")).status()).toBe(403);
  const reviewer = await openDesk(browser, baseURL, reader("Cal"));
  for (const path of ["/manager/goals", "/manager/linked", "/manager/linked.csv"])
    expect([path, (await reviewer.request.get(path)).status()]).toEqual([path, 403]);
});
