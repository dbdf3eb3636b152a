import { type CDPSession, expect, test, type Page } from "@playwright/test";
import { enterAs, type DeskPerson } from "../desk-people";
import { checkWidths } from "../ui/check-page";

const person = (name: string): DeskPerson => ({
  name,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@account-tests.example`,
  role: "jurisdiction_admin",
});

/** A device with a built-in key store, as a laptop has; `verified`: its PIN or finger fits. */
async function plugIn(page: Page, verified = true): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verified,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id: authenticatorId };
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto("/account");
  await page.getByLabel("Name of the new passkey").fill(name);
  await page.getByRole("button", { name: "Add a passkey" }).click();
}

const passkeys = (page: Page) => page.getByRole("region", { name: "Passkeys" });

test("a passkey is added, named, signs in past both steps, and does not any more once removed", async ({
  page,
  baseURL,
}) => {
  const refused: string[] = [];
  page.on("console", (line) => line.type() === "error" && refused.push(line.text()));
  await enterAs(page.context(), person("Pia Keys"), baseURL ?? "");
  await plugIn(page);
  await addPasskey(page, "Work laptop");
  await expect(page.getByRole("status").first()).toContainText("The passkey is added");
  await expect(passkeys(page).getByRole("row", { name: /Work laptop/ })).toBeVisible();
  await addPasskey(page, "The same again");
  await expect(passkeys(page).getByRole("status")).toHaveText(
    "This device has a passkey for the portal already.",
  );

  await passkeys(page).getByText("Rename or remove").click();
  await passkeys(page).getByLabel("Name", { exact: true }).fill("Old laptop");
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(passkeys(page).getByRole("row", { name: /Old laptop/ })).toBeVisible();

  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.goto("/admin/people");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL("/admin/people");

  await page.goto("/account");
  await passkeys(page).getByText("Rename or remove").click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByRole("status").first()).toContainText("The passkey is removed");
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("alert")).toContainText("That passkey did not sign you in");
  // The refused sign-in itself is an error of the network, and the only one: nothing breaks the content policy.
  expect(refused.filter((line) => !line.includes("422"))).toEqual([]);
});

test("a device that does not verify who holds it adds nothing and signs nobody in", async ({
  page,
  baseURL,
}) => {
  await enterAs(page.context(), person("Uma Held"), baseURL ?? "");
  const { cdp, id } = await plugIn(page);
  await addPasskey(page, "My phone");
  await expect(page.getByRole("status").first()).toContainText("The passkey is added");
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified: false });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.locator("[data-passkey] [role=status]")).toContainText("The device did not answer");
  await page.goto("/admin/people");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("without script, or in an old browser, signing in goes by password alone @nojs", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in with a passkey" })).toBeHidden();
});

for (const lang of ["en", "es"])
  test(`the passkeys' part holds at every width, ${lang}`, async ({ page, baseURL }) => {
    test.setTimeout(300_000);
    await page.context().addCookies([{ name: "lang", value: lang, url: baseURL ?? "" }]);
    await page.goto("/sign-in");
    await checkWidths(page);
    await enterAs(page.context(), person(`Lin Wide ${lang}`), baseURL ?? "");
    await plugIn(page);
    await page.goto("/account");
    await page.locator("#passkey-name").fill("A laptop with a long name of its own");
    await page.locator("[data-passkey=add] button:not([hidden])").click();
    await expect(page.locator("#passkeys table")).toBeVisible();
    await page.locator("#passkeys summary").click();
    await checkWidths(page);
    await page.locator("#passkeys form input[name=name]").first().fill("");
    await page.locator("#passkeys form button:not([hidden])").first().click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await checkWidths(page);
  });
