import { expect, type Page, test } from "@playwright/test";
import { enterAs } from "../desk-people";
import { checkLayout, checkWidths } from "../ui/check-page";

const manager = {
  email: "board.manager@programs.example",
  name: "Bea Board",
  role: "program_manager" as const,
  teamName: "Programs",
};

/** Percents that a document shows, each once. */
const percentsOf = (text: string): string[] => [...new Set(text.match(/\d+(\.\d)?%/g) ?? [])];

async function freeze(page: Page, fields: Record<string, string>): Promise<void> {
  await page.goto("/manager/reports");
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole("button", { name: "Freeze the report" }).click();
}

test("a manager freezes a quarter, hands it on in two languages, and says why it is written again", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(300_000);
  await enterAs(context, manager, baseURL ?? "");
  // The worker computes after the story's records came in.
  await expect(async () => {
    await page.goto("/manager");
    await expect(page.getByText(/Data through .* Computed/)).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 180_000 });
  await page.goto("/manager/reports");
  await checkWidths(page);
  await freeze(page, { "Your words beside the numbers, in English": "More families came.\n\nFewer waited." });
  await expect(page.getByText("The report is frozen.")).toBeVisible();
  await checkWidths(page);
  await freeze(page, {});
  await expect(page.getByRole("alert")).toContainText("Write why it is written again");
  await page.getByLabel("Why it is written again").fill("A word was wrong");
  await page.getByRole("button", { name: "Freeze the report" }).click();
  await expect(page.getByText("The report is frozen.")).toBeVisible();
  const files = page.getByRole("link", { name: "Open in English" });
  await expect(files).toHaveCount(2);

  await files.first().click();
  await expect(page.getByRole("heading", { name: "What changed since the report before" })).toBeVisible();
  await expect(page.getByText("No number differs.")).toBeVisible();
  await checkLayout(page);
  const percents = percentsOf(
    await page
      .locator("td.n:nth-child(2)")
      .allInnerTexts()
      .then((all) => all.join(" ")),
  );
  expect(percents.length).toBeGreaterThan(2);
  let pages = "";
  for (const framework of ["phl-ioc", "ca-outcomes", "boston-partnership", "thriving-families"]) {
    await page.goto(`/manager/goals?framework=${framework}`);
    const links = await page
      .getByRole("link", { name: /^Look closer/ })
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    for (const href of links) {
      await page.goto(href);
      pages += await page.getByRole("main").innerText();
    }
  }
  // Every figure stands on a page of the goals.
  for (const one of percents) expect([one, pages.includes(one)]).toEqual([one, true]);

  await page.goto("/manager/reports");
  await page.getByRole("link", { name: "Open in Español" }).last().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByText("Informe 1 de este trimestre")).toBeVisible();
  await page.goto("/manager/reports");
  const pdf = page.getByRole("link", { name: "PDF, English" });
  if ((await pdf.count()) === 0)
    await expect(page.getByText(/There is no Chromium on this server/)).toBeVisible();
  else {
    const answer = await page.request.get((await pdf.first().getAttribute("href")) ?? "");
    const text = (await answer.body()).toString("latin1");
    expect([
      answer.headers()["content-type"],
      text.slice(0, 5),
      /\/MarkInfo|\/StructTreeRoot/.test(text),
    ]).toEqual(["application/pdf", "%PDF-", true]);
  }
});
