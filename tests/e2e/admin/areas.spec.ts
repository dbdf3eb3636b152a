import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { enterAs } from "../desk-people";
import { checkLayout, checkWidths } from "../ui/check-page";

const wren = {
  ...{ email: "wren.holt@areas-tests.example", name: "Wren Holt" },
  ...{ place: "harbor" as const, role: "jurisdiction_admin" as const },
};

test("an area is added, found by families, translated by a file, put back and ended, without script @nojs", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const name = "Juniper Flats";
  await enterAs(page.context(), wren, baseURL ?? "");
  await page.goto("/admin");
  await page.getByRole("link", { name: "Areas", exact: true }).click();
  await checkLayout(page);
  await page.getByRole("link", { name: "Add an area" }).click();
  await page.getByLabel("Name in English").fill(name);
  await page.getByLabel("ZIPs").fill("21225 00001");
  await page.getByRole("button", { name: "Look at the change" }).click();
  await expect(page.getByRole("alert")).toContainText("No such ZIP: 00001");
  await page.getByLabel("ZIPs").fill("21225 21230");
  await page.getByRole("button", { name: "Look at the change" }).click();
  const check = page.getByRole("region", { name: "Check the change" });
  // The middle of 21225 lies beyond the city line.
  // The middle of 21225 lies beyond the city line.
  await expect(check).toContainText("Anne Arundel County and Baltimore city");
  await checkLayout(page);
  await check.getByRole("button", { name: "Save this change" }).click();
  await expect(page.getByRole("status")).toContainText("The area is added");
  const area = page.url();

  await page.goto("/en/find");
  await page.getByLabel("ZIP or city").fill(name.toUpperCase());
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page).toHaveURL(/k=/);
  await expect(page.getByLabel("ZIP or city")).toHaveValue(name);

  await page.goto("/admin/translations?show=todo");
  await checkLayout(page);
  const words = page.getByLabel(`In Spanish: Area: ${name}`);
  await words.fill("comida");
  await page.getByRole("row", { name }).getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("comida");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as CSV" }).click();
  const table = await readFile(await (await download).path(), "utf8");
  const line = table.split("\r\n").find((one) => one.includes(`,${name},`)) ?? "";
  const buffer = Buffer.from(`key,where,english,spanish\r\n${line}Los Enebros ${name}\r\nneed:none,,a,b\r\n`);
  await page.getByLabel("Filled CSV file").setInputFiles({ name: "w.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Look at what would change" }).click();
  await expect(page.getByRole("alert")).toContainText("Line 3 (need:none)");
  await checkLayout(page);
  await page.getByRole("button", { name: "Save 1 change" }).click();
  await expect(page.getByRole("status")).toContainText("The words of the file are saved");

  await page.goto(area);
  await expect(page.getByLabel("Name in Spanish")).toHaveValue(`Los Enebros ${name}`);
  await page.getByRole("button", { name: "Put the last change back" }).click();
  await expect(page.getByLabel("Name in Spanish")).toHaveValue("");
  await page.getByRole("button", { name: "End this area" }).click();
  await expect(page.getByRole("status")).toContainText("The area is ended");
  await checkLayout(page);
});

test("areas and words in both languages read well, wide and narrow", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  await enterAs(page.context(), wren, baseURL ?? "");
  for (const path of ["areas", "areas/new", "translations", "translations/upload"]) {
    await page.goto(`/admin/${path}`);
    await checkWidths(page);
  }
});
