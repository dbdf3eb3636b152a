import { expect, type Page, test } from "@playwright/test";
import { enterAs } from "../desk-people";
import { checkWidths } from "../ui/check-page";

const manager = {
  email: "rows.manager@programs.example",
  name: "Perla Reed",
  role: "program_manager" as const,
  teamName: "Programs",
};
const boston = "framework=boston-partnership";

test.use({ javaScriptEnabled: true });

/** Numbers stand behind a goal once the worker has counted the story's records. */
async function whenCounted(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("/manager/goals");
    await expect(page.getByText("Data through Nov 15, 2026. Computed")).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 120_000 });
}

test("a framework is changed by versions, put back, retired and adopted again", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(480_000);
  await enterAs(context, manager, baseURL ?? "");
  await page.goto(`/manager/goals/re-entry?${boston}`);
  await expect(page.getByText("−10.0 points")).toBeVisible();
  await expect(page.getByText("−33.3% of what it was")).toBeVisible();
  await page.goto("/manager/frameworks/boston-partnership/kinship");
  await page.getByLabel("In plain words, English").fill("");
  await page.getByRole("button", { name: "Save goal" }).click();
  await expect(page.getByRole("alert")).toContainText("Fill this in.");
  await page.getByLabel("In plain words, English").fill("More children grow up with kin");
  await page.getByRole("button", { name: "Save goal" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved as a new version.");
  await expect(page.getByRole("heading", { name: "More children grow up with kin" })).toBeVisible();
  await expect(page.getByText("45 percent increase in kinship placements")).toBeVisible();
  await page.getByRole("link", { name: /^Version 1,/ }).click();
  await expect(page.getByRole("heading", { name: "More children live with relatives" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Retire" })).toHaveCount(0);
  await page.goto("/manager/frameworks/boston-partnership");
  await page.getByRole("button", { name: "Put the last change back" }).click();
  await expect(page.getByRole("heading", { name: "More children live with relatives" })).toBeVisible();
  await page.getByRole("button", { name: "Retire" }).click();
  await expect(page.getByRole("status")).toContainText("Retired.");
  expect((await page.request.get(`/manager/goals?${boston}`)).status()).toBe(404);
  await page.getByRole("button", { name: /Adopt again/ }).click();
  await expect(page.getByRole("status")).toContainText("Adopted.");
  expect((await page.request.get(`/manager/goals?${boston}`)).status()).toBe(200);
  await checkWidths(page);
  for (const path of ["frameworks/boston-partnership", "frameworks/boston-partnership/new"]) {
    await page.goto(`/manager/${path}`);
    await checkWidths(page);
  }
});

test("the told story has a target met and one missed; another is refused, set and ended", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(480_000);
  await enterAs(context, manager, baseURL ?? "");
  await whenCounted(page);
  await page.goto("/manager/goals/1");
  const targets = page.locator("section", { has: page.getByRole("heading", { name: "Targets" }) });
  await expect(targets).toContainText(/At most 10\.0%.*Met.*\d\.\d%.*the target is 10\.0%/s);
  await expect(targets).toContainText(/At most 4\.0%.*Missed.*the target is 4\.0%/s);
  await checkWidths(page);
  await page.goto("/manager/goals/lived-expertise?framework=thriving-families");
  await page.getByRole("link", { name: "Set a target" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("A change in points").check();
  await page.getByLabel("How much").fill("10");
  await page.getByLabel("By when").fill("2030-06-30");
  await page.getByLabel("Who decided it").fill("The board, 2026");
  await page.getByRole("button", { name: "Save target" }).click();
  await expect(page.getByRole("alert")).toContainText("A change needs a baseline.");
  await expect(page.getByLabel("How much")).toHaveValue("10");
  await checkWidths(page);
  await page.getByLabel("A number to reach").check();
  await page.getByRole("button", { name: "Save target" }).click();
  await expect(page.getByRole("status")).toHaveText("The target is set.");
  await expect(page.getByText("At least 10.0%. By Jun 30, 2030.")).toBeVisible();
  await page.getByRole("link", { name: /Change the target/ }).click();
  await page.getByRole("button", { name: "End target" }).click();
  await expect(page.getByText("No target is set for this goal.")).toBeVisible();
});

test("an initiative shows before and after, and the people behind a number open with a purpose", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(480_000);
  await enterAs(context, manager, baseURL ?? "");
  await whenCounted(page);
  await page.goto("/manager/initiatives");
  await page.getByRole("link", { name: "Evening and Saturday home visits" }).click();
  await expect(page.getByText("Before and after do not show cause.")).toBeVisible();
  await expect(
    page.getByText(/A change of [+−]\d+\.\d points\. In percent: [+−]\d+\.\d%/).first(),
  ).toBeVisible();
  await checkWidths(page);
  await page.goto("/manager/goals/1/people");
  await expect(page.getByRole("table")).toHaveCount(0);
  await checkWidths(page);
  await page
    .getByLabel("Measure", { exact: true })
    .selectOption({ label: "Later foster care entry, 12 months" });
  await page.getByLabel("What for", { exact: true }).selectOption("check_number");
  await page.getByLabel("Who", { exact: true }).selectOption("event");
  await page.getByRole("button", { name: "Open" }).click();
  await expect(
    page.getByRole("row", { name: /H-\d+ Yes Yes Yes: foster care entry on/ }).first(),
  ).toBeVisible();
  await checkWidths(page);
  const file = new URL(page.url());
  const csv = await page.request.get(`${file.pathname}.csv${file.search}`);
  expect(await csv.text()).toMatch(/check_number,OUT-REM-12,H-\d+,true,true,"?foster care entry on/);
});

test("community work: a milestone is written, removed and taken back; a lesson with a small count is not shared", async ({
  page,
  context,
  baseURL,
}) => {
  await enterAs(context, manager, baseURL ?? "");
  await page.goto("/manager/community/milestone/new");
  await page.getByLabel("What is to be reached").fill("Forms in plain words");
  await page.getByLabel("By when").fill("2025-01-31");
  await page.getByRole("button", { name: "Save" }).click();
  const item = page.locator("li", { hasText: "Forms in plain words" });
  await expect(item).toContainText(/Planned.*Late/);
  await item.getByRole("link", { name: /Change/ }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(item).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(item).toBeVisible();
  await page.goto("/manager/community/lesson/new");
  await page.getByLabel("The lesson in one line").fill("Small groups");
  await page.getByLabel("The lesson", { exact: true }).fill("Only 3 families came the first time.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Share with others Small groups" }).click();
  await expect(page.getByRole("alert")).toContainText("This tells a count of 1 to 10 people.");
  await expect(page.getByText("Call back the same day")).toBeVisible();
  await checkWidths(page);
  await page.goto("/manager/network");
  await checkWidths(page);
});
