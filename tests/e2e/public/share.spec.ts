import { expect, test } from "@playwright/test";
import { listingSlug } from "../../../app/domain/directory/editing/listing-slug";
import { eveningGroupId } from "../../../prisma/seeds/listing-story";
import { checkWidths } from "../ui/check-page";

for (const lang of ["en", "es"]) {
  test(`claiming and suggesting hold at every width, ${lang}`, async ({ page }) => {
    test.setTimeout(300_000);
    const slug = listingSlug("Spanish Evening Parenting Group", eveningGroupId);
    for (const path of [`/suggest`, `/programs/${slug}/suggest`, `/claim/${slug}`]) {
      await page.goto(`/${lang}${path}`);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await checkWidths(page);
      await page.locator("main .btn-p").click();
      await expect(page.getByRole("alert")).toBeVisible();
      await checkWidths(page);
    }
  });
}

test("a program is suggested without script @nojs", async ({ page }) => {
  await page.goto("/es/suggest");
  await page.getByLabel("Nombre del programa").fill("Pláticas en el porche");
  await page.getByLabel("Quién lo ofrece").fill("Porche Inventado");
  await page.getByLabel("Qué hace, en pocas palabras").fill("Los padres platican.");
  await page.getByRole("button", { name: "Continuar" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revise lo que escribió");
  await page.getByRole("button", { name: "Cambiar algo" }).click();
  await expect(page.getByLabel("Nombre del programa")).toHaveValue("Pláticas en el porche");
  await page.getByRole("button", { name: "Continuar" }).click();
  await page.getByRole("button", { name: "Enviar" }).click();
  await expect(page.getByRole("status")).toContainText("Una persona lo va a revisar");
});
