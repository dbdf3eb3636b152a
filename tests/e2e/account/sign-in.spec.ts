import { createOTP } from "@better-auth/utils/otp";
import { expect, test, type Page } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { enterAs, testPassword, testTotp, type DeskPerson } from "../desk-people";

const codeOf = (secret: string) =>
  createOTP(secret, { digits: 6, period: 30 }).hotp(Math.floor(Date.now() / 30_000));

const person = (name: string, role: DeskPerson["role"]): DeskPerson => ({
  name,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@account-tests.example`,
  role,
});

async function makeOnly(page: Page, who: DeskPerson, url: string): Promise<void> {
  await enterAs(page.context(), who, url);
  await page.context().clearCookies();
}

async function typePassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("signing in without script: refused in words, then both steps, and back to the page wanted @nojs", async ({
  page,
  baseURL,
}) => {
  const who = person("Wren Hollow", "jurisdiction_admin");
  await makeOnly(page, who, baseURL ?? "");
  await page.goto("/admin/people");
  await expect(page).toHaveURL("/sign-in?to=%2Fadmin%2Fpeople");
  await typePassword(page, who.email, "not the password");
  await expect(page).toHaveTitle(/^Error: Sign in/);
  await expect(page.getByRole("alert")).toContainText("Email and password do not fit together");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Email")).toHaveValue(who.email);
  await expect(page.getByLabel("Password")).toHaveValue("");
  await typePassword(page, who.email, testPassword);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter your code");
  await page.getByLabel("6-digit code").fill(await codeOf(testTotp));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/admin/people");
  const shown = await page.goto("/admin/people");
  expect(shown?.headers()["cache-control"]).toBe("private, no-store");
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("You are signed out");
  // What was shown is in no browser any more: neither Back nor the address brings it again.
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/admin/people");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an invitation becomes an account with a second step, without script @nojs", async ({
  page,
  baseURL,
}) => {
  const admin = person("Ada Quill", "jurisdiction_admin");
  await enterAs(page.context(), admin, baseURL ?? "");
  const email = `noor.vale.${Date.now()}@account-tests.example`;
  await page.goto("/admin/people");
  await page.getByLabel("Email", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Make the invitation" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a role");
  await expect(page.getByLabel("Email", { exact: true })).toHaveValue(email);
  await page.getByLabel("Role").selectOption("hotline_screener");
  await page.getByRole("button", { name: "Make the invitation" }).click();
  await expect(page.getByRole("status")).toContainText("Whoever keeps the server prints the link");
  const link = await invitationLink(email);
  await page.context().clearCookies();
  await page.goto(link);
  await page.getByLabel("Your name").fill("Noor Vale");
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByRole("alert")).toContainText("at least 12 characters");
  await expect(page.getByLabel("Your name")).toHaveValue("Noor Vale");
  await page.getByLabel("New password").fill("a long enough password");
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second step of signing in");
  await page.goto("/intake");
  await expect(page).toHaveURL(/\/account\/two-factor\?to=%2Fintake/);
  const key = (await page.locator("code.key").innerText()).replaceAll(" ", "");
  const { base32 } = await import("@better-auth/utils/base32");
  await page.getByLabel("6-digit code").fill(await codeOf(new TextDecoder().decode(base32.decode(key))));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keep these ten backup codes");
  await expect(page.locator(".codes li")).toHaveCount(10);
  await page.getByRole("link", { name: "I have kept them" }).click();
  await expect(page).toHaveURL("/intake");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This invitation has ended");
});

/** The link as the mail would say it: made from the invitation's id. */
async function invitationLink(email: string): Promise<string> {
  const { database } = await import("../../../app/db/client.server");
  const { deriveToken } = await import("../../../app/domain/kernel/derive-token");
  const row = await database().prisma.invitation.findFirstOrThrow({ where: { email } });
  return `/invitation/${deriveToken(process.env["SESSION_SECRET"] ?? "", "invitation", row.id)}`;
}

for (const lang of ["en", "es"]) {
  test(`the account's pages hold at every width, ${lang}`, async ({ page, baseURL }) => {
    test.setTimeout(300_000);
    const url = baseURL ?? "";
    await page.context().addCookies([{ name: "lang", value: lang, url }]);
    for (const path of ["/sign-in/code", "/forgot", "/reset/none", "/invitation/none"]) {
      await page.goto(path);
      await checkWidths(page);
    }
    await page.goto("/sign-in");
    await page.locator("main .btn-p").click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await checkWidths(page);
    await enterAs(page.context(), person("Quinn Vale", "jurisdiction_admin"), url);
    for (const path of ["/account", "/account/two-factor", "/admin/people", "/manager/goals"]) {
      await page.goto(path);
      await checkWidths(page);
    }
  });
}
