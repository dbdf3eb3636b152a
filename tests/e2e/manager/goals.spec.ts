import { expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { enterAs } from "../desk-people";

const manager = {
  email: "goals.manager@programs.example",
  name: "Petra Quill",
  role: "program_manager" as const,
  teamName: "Programs",
};

test.use({ javaScriptEnabled: true });

test("the goals page shows real numbers, what is missing, and where each number comes from", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await enterAs(context, manager, baseURL ?? "");
  // The worker computes after the story's records came in.
  await expect(async () => {
    await page.goto("/manager");
    await expect(page.getByText("Data through Nov 15, 2026. Computed")).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 120_000 });
  await expect(
    page.getByText(
      "These numbers show what happened after a referral. They do not show that a program caused it.",
    ),
  ).toBeVisible();
  const first = page.locator("article.goal").first();
  await expect(first).toContainText(/\d\.\d\s*likely \d\.\d to \d\.\d/);
  await expect(page.locator("article.goal").nth(2)).toContainText("Data through Nov 15, 2026");
  await expect(page.getByText("1 to 10, hidden").first()).toBeVisible();
  expect(await page.locator("script[src]:not([data-not-sent])").count()).toBe(0);
  await checkWidths(page);
  await first.getByRole("link", { name: /Look closer/ }).click();
  await expect(page.getByRole("heading", { name: "Side by side" })).toBeVisible();
  await checkWidths(page);
  await page.goto("/manager/goals?framework=ca-outcomes");
  await expect(page.getByText("Defined, not tracked").first()).toBeVisible();
  for (const path of [
    "/manager/referrals",
    "/manager/method",
    "/manager/goals?framework=ca-outcomes&by=area",
  ]) {
    await page.goto(path);
    await checkWidths(page);
  }
});

test("each page has a CSV twin with the same hidden cells", async ({ page, context, baseURL }) => {
  await enterAs(context, manager, baseURL ?? "");
  for (const path of [
    "/manager/goals.csv",
    "/manager/goals/1.csv",
    "/manager/referrals.csv",
    "/manager/method.csv",
  ]) {
    const response = await page.request.get(path);
    expect([path, response.status(), response.headers()["content-type"]]).toEqual([
      path,
      200,
      "text/csv; charset=utf-8",
    ]);
    expect((await response.body()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  }
  const goals = await (await page.request.get("/manager/goals.csv?framework=phl-ioc")).text();
  expect(goals).toContain(",hidden,");
  expect(goals).not.toContain("<11");
  expect((await page.request.get("/manager/goals?framework=nowhere")).status()).toBe(404);
  expect((await page.request.get("/manager/goals/99")).status()).toBe(404);
});
