import { expect, test } from "@playwright/test";
import { enterAs, openDesk } from "../desk-people";
import { checkLayout, checkWidths } from "../ui/check-page";

/** Each test has a county of its own: a version that another test makes is a conflict. */
const person = (email: string, name: string, place: "harbor" | "riverside") => ({
  ...{ email: `${email}@county-tests.example`, name, place },
  role: "jurisdiction_admin" as const,
});
const [rhea, ben] = [
  person("rhea.stone", "Rhea Stone", "riverside"),
  person("ben.ash", "Ben Ash", "riverside"),
];
const iris = person("iris.lund", "Iris Lund", "harbor");
const auditor = { ...person("ola.reed", "Ola Reed", "harbor"), role: "auditor" as const };

test("a county's facts are looked at, saved once, told to the second administrator, and put back, without script @nojs", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await enterAs(page.context(), rhea, baseURL ?? "");
  await page.goto("/admin");
  await page.getByRole("link", { name: "Before the first family", exact: true }).click();
  await checkLayout(page);
  await page.getByRole("link", { name: "Time zone, opening hours and closed days" }).click();
  await page.getByLabel("Number for texts").fill("call us");
  await page.getByRole("button", { name: "Look at the change" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter a phone number");
  const text = page.getByRole("textbox", { name: "Number for texts" });
  await text.fill("(410) 555-0177");
  await page.getByRole("button", { name: "Look at the change" }).click();
  const check = page.getByRole("region", { name: "Check the change" });
  await expect(check.getByRole("row", { name: /Number for texts/ })).toContainText("(410) 555-0177");
  await checkLayout(page);

  const second = await openDesk(browser, baseURL, ben);
  await second.goto("/admin/county");
  await second.getByLabel("Crisis phone").fill("211");
  await second.getByRole("button", { name: "Look at the change" }).click();

  await check.getByRole("button", { name: "Save this change" }).click();
  await expect(page.getByRole("status")).toContainText("Saved");
  await second.getByRole("button", { name: "Save this change" }).click();
  await expect(second.getByRole("alert")).toContainText("Somebody changed this meanwhile");
  await second.context().close();

  await page.getByRole("button", { name: "Put the last change back" }).click();
  await expect(page.getByRole("status")).toContainText("put back");
  await expect(text).toHaveValue("");
});

test("an auditor lands on the audit log, reads who changed what, and enters nothing else", async ({
  page,
  baseURL,
}) => {
  await enterAs(page.context(), iris, baseURL ?? "");
  await page.goto("/admin/county/rules");
  await page.getByLabel(/^Organizations that are asked on one day/).fill("90");
  await page.getByRole("button", { name: "Look at the change" }).click();
  await expect(page.getByRole("region", { name: "Check the change" })).toBeVisible();
  await checkWidths(page);
  await page.getByRole("button", { name: "Save this change" }).click();
  await expect(page.getByRole("status")).toContainText("Saved");
  await page.getByRole("button", { name: "Put the last change back" }).click();
  await expect(page.getByRole("status")).toContainText("put back");
  await page.goto("/admin/county/bases");
  await checkWidths(page);
  await page.goto("/admin/county/senders");
  await checkWidths(page);
  await page.goto("/admin/county/words");
  await page
    .getByLabel("Read aloud, in English")
    .fill("May I tell {program} your {shared}? Then they {way}.");
  await page.getByRole("button", { name: "Look at the change" }).click();
  await expect(page.getByText("May I tell Rosewood Family Center your first name, phone")).toBeVisible();
  await checkWidths(page);
  await page.goto("/admin/county/privacy");
  await page.getByLabel("Days that a call without a referral is kept").fill("0");
  await page.getByRole("button", { name: "Look at the change" }).click();
  await expect(page.getByRole("region", { name: "Check the change" })).toContainText(
    "0 calls would be deleted",
  );
  await checkWidths(page);
  await page.goto("/admin/county/records");
  await page.getByLabel("Fewer rows in a file, percent").fill("a tenth");
  await page.getByRole("button", { name: "Look at the change" }).click();
  await expect(page.getByText("Write a number like 20 or 2.5, without the sign").first()).toBeVisible();
  await page.getByLabel("Fewer rows in a file, percent").fill("10");
  await page.getByLabel("Days that a report without a finding is kept").fill("1825");
  await page.getByRole("button", { name: "Look at the change" }).click();
  await expect(page.getByRole("region", { name: "Check the change" })).toContainText("20%10%");
  await expect(page.getByRole("region", { name: "Check the change" })).toContainText("would be deleted");
  await checkWidths(page);

  await page.context().clearCookies();
  await enterAs(page.context(), auditor, baseURL ?? "");
  await page.goto("/admin/audit?about=jurisdiction");
  await expect(page.getByRole("row", { name: /rules changed/ }).first()).toContainText(
    "organizationsADay: 100 -> 90",
  );
  await expect(page.getByRole("row", { name: /rules changed/ }).first()).toContainText("Iris Lund");
  await checkWidths(page);
  const refused = await page.goto("/admin/county");
  expect(refused?.status()).toBe(403);
});
