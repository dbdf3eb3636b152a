import { expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { casaDelPuenteId, enterAs, reachDesk } from "../desk-people";

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
  const { prisma } = await reachDesk();
  const listing = await prisma.service.findFirstOrThrow({
    where: { organizationId: casaDelPuenteId, name: "English for Families" },
  });
  await prisma.service.update({
    where: { id: listing.id },
    data: { assuredAt: new Date(Date.now() - 290 * 86_400_000) },
  });
  await prisma.listingConcern.create({
    data: { jurisdictionId: listing.jurisdictionId, serviceId: listing.id, field: "hours", at: new Date() },
  });
  await prisma.fieldChange.create({
    data: {
      ...{ jurisdictionId: listing.jurisdictionId, serviceId: listing.id, entityId: listing.id },
      ...{ entity: "phone", field: "number", replacement: "(410) 555-0142", changedBy: "provider" },
      ...{ action: "update", at: new Date(), organizationId: listing.organizationId },
    },
  });
  const page = await context.newPage();
  await page.goto("/admin/listing-review?queue=stale");
  await checkWidths(page);
  if (shots) await page.screenshot({ path: `${shots}/review-1366.png`, fullPage: true });
  await page.getByRole("link", { name: "English for Families" }).click();
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
