import { expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { asSystem } from "../act-as-system";
import { casaDelPuenteId, enterAs } from "../desk-people";

const shots = process.env["E2E_SHOTS"];

test.describe.configure({ timeout: 120_000 });

test("the listing review shows what is due, takes a phone check, settles a report, and passes the checks", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL });
  const person = {
    email: "review.admin@harbor.example",
    name: "Ari Bell",
    role: "jurisdiction_admin" as const,
  };
  await enterAs(context, person, baseURL ?? "");
  await asSystem(async ({ tx }) => {
    const listing = await tx.service.findFirstOrThrow({
      where: { organizationId: casaDelPuenteId, name: "English for Families" },
    });
    const { id: serviceId, jurisdictionId, organizationId } = listing;
    await tx.service.update({
      where: { id: serviceId },
      data: { assuredAt: new Date(Date.now() - 290 * 86_400_000) },
    });
    await tx.listingConcern.create({ data: { jurisdictionId, serviceId, field: "hours", at: new Date() } });
    await tx.fieldChange.create({
      data: {
        ...{ jurisdictionId, serviceId, organizationId, entityId: serviceId, at: new Date() },
        ...{ entity: "phone", field: "number", replacement: "(410) 555-0142", changedBy: "provider" },
        action: "update",
      },
    });
  });
  const page = await context.newPage();
  await page.goto("/admin/listing-review?queue=stale");
  await checkWidths(page);
  if (shots) await page.screenshot({ path: `${shots}/review-1366.png`, fullPage: true });
  await page.getByRole("link", { name: "English for Families" }).click();
  await expect(page.getByRole("button", { name: "Phoned: still right" })).toBeVisible();
  await checkWidths(page);
  if (shots) await page.screenshot({ path: `${shots}/review-one-1366.png`, fullPage: true });
  await page.getByRole("button", { name: "Checked, it is right" }).first().click();
  await expect(page.getByRole("status")).toContainText("Settled");
  await page.getByRole("button", { name: "Phoned: still right" }).click();
  await expect(page.getByRole("status")).toContainText("counts as checked today");
  await expect(page.getByRole("row", { name: /Checked/ }).first()).toContainText("Agency, Ari B.");
  for (const queue of ["waiting", "phone", "due", "never", "concerns", "urgent"]) {
    await page.goto(`/admin/listing-review?queue=${queue}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Listing review");
  }
  await checkWidths(page);
  if (shots) await page.screenshot({ path: `${shots}/review-urgent-1366.png`, fullPage: true });
  const urgent = page.getByRole("row", { name: /\(410\) 555-0142/ });
  await urgent.getByRole("button", { name: /^Looked at: / }).click();
  await expect(page.getByRole("status")).toContainText("out of the queue");
  await expect(urgent).toHaveCount(0);
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Revisión de programas");
  await checkWidths(page);
});
