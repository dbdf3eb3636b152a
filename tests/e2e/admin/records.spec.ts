import { expect, test } from "@playwright/test";
import { enterAs } from "../desk-people";
import { checkLayout, checkWidths } from "../ui/check-page";

const ada = {
  ...{ email: "ada.vance@records-tests.example", name: "Ada Vance", place: "riverside" as const },
  role: "jurisdiction_admin" as const,
};
const ben = { ...ada, email: "ben.vance@records-tests.example", name: "Ben Vance", place: "harbor" as const };
const children = (from: number, count: number): Buffer =>
  Buffer.from(
    `child_id,dob,sex\n${Array.from({ length: count }, (_, n) => `rec${from + n},2018-04-05,female`).join("\n")}\n`,
  );
/** More than a form may have: it must come as a stream. */
const many = 60_000;

test("an extract is brought in, held, taken back, and a wrong file is told, without script @nojs", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000);
  await enterAs(page.context(), ada, baseURL ?? "");
  await page.goto("/admin");
  await page.getByRole("link", { name: "Agency records", exact: true }).click();
  await checkLayout(page);
  const bring = async (name: string, buffer: Buffer) => {
    await page.goto("/admin/records");
    await page.getByLabel("Files", { exact: true }).setInputFiles({ name, mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Read these files" }).click();
    await expect(page).toHaveURL(/\/admin\/records\/[0-9a-f-]{36}/);
  };
  const ended = async (words: string) =>
    expect(async () => {
      await page.reload();
      await expect(page.getByRole("region", { name: "How it came in" })).toContainText(words, {
        timeout: 1_000,
      });
    }).toPass({ timeout: 90_000 });

  await bring("wrong.csv", Buffer.from("child,born\n1,2\n"));
  await ended("NCANDS Child File");
  await bring("children.csv", children(0, many));
  await ended("Taken");
  await expect(page.getByRole("row", { name: /^Children/ })).toContainText("60,000");
  await bring("children.csv", children(1_000_000, 30_000));
  await ended("Measures wait");
  await expect(page.getByRole("region", { name: "Much is different from the extract before" })).toContainText(
    "only 0% of the children of the extract before are given again",
  );
  await checkLayout(page);
  await page.getByRole("button", { name: "It is right: compute the measures" }).click();
  await expect(page.getByText("Write the reason", { exact: true })).toBeVisible();
  await page.getByLabel("Why it is taken back").fill("It was another county's.");
  await page.getByRole("button", { name: "Take it back" }).click();
  await ended("Taken back");
  await expect(page.getByRole("region", { name: "What was decided" })).toContainText(
    /Ada V\. took it back on .*It was another county's\./,
  );
});

test("the page of extracts is fit for everybody at every width", async ({ page, baseURL }) => {
  await enterAs(page.context(), ben, baseURL ?? "");
  await page.goto("/admin/records");
  await page.getByLabel("Files", { exact: true }).setInputFiles([]);
  await page.getByRole("button", { name: "Read these files" }).click();
  await expect(page.getByText("Choose the files of one extract", { exact: true })).toBeVisible();
  await checkWidths(page);
});
