import { existsSync } from "node:fs";
import path from "node:path";
import { type Browser, type BrowserContext, type Page, expect, test } from "@playwright/test";
import { recordsFolder } from "./agency-records";
import { Presses } from "./count-presses";
import { eastlineId, enterAs, openDesk } from "./desk-people";
import { upstream } from "./portal-command";
import { writeListing } from "./write-listing";
import { waitForScript } from "./wait-for-script";

const shared = process.env["UPSTREAM_SHARED"] ?? path.resolve("../shared");
const program = "Evening Parent Circle (journey)";
const desk = `/provider/${eastlineId}`;
const password = "demo-Harbor-2026";

async function signIn(browser: Browser, baseURL: string | undefined, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const code = (await upstream("code", email)).trim();
  await page.getByLabel("6-digit code").fill(code);
  await page.getByRole("button", { name: /sign in|continue/i }).click();
  await page.waitForURL(/\/(provider|intake|manager|admin)/);
  return page;
}

/** Makes the person, without a session: they come in by password and code. */
async function knownPerson(
  browser: Browser,
  baseURL: string | undefined,
  person: Parameters<typeof enterAs>[1],
): Promise<void> {
  const context: BrowserContext = await browser.newContext({ baseURL });
  await enterAs(context, person, baseURL ?? "");
  await context.close();
}

test("one family, end to end", async ({ browser, baseURL }) => {
  // A city comes in beside everything else that a machine of two cores runs.
  test.setTimeout(1_200_000);
  const provider = {
    email: "journey.manager@eastline.example",
    name: "Nora Pike",
    role: "provider_manager" as const,
    organizationId: eastlineId,
  };
  await knownPerson(browser, baseURL, provider);

  const nora =
    await test.step("1 a provider signs in, writes a listing and publishes it with 3 openings", async () => {
      const page = await signIn(browser, baseURL, provider.email);
      await writeListing(page, desk, program);
      for (const words of [program, "Círculo de padres por la tarde"])
        await expect(page.getByText(words).first()).toBeVisible();
      await page.getByRole("button", { name: "Publish" }).click();
      await expect(page.getByRole("status")).toContainText("Published");
      await expect(page.getByLabel(`Openings of ${program}`)).toHaveValue("3");
      return page;
    });

  if (existsSync(path.join(shared, "data/hsds-baltimore"))) {
    await test.step("2 a city's real directory comes in", async () => {
      const report = JSON.parse(
        await upstream(
          "import",
          "hsds",
          path.join(shared, "data/hsds-baltimore"),
          "--jurisdiction",
          "harbor",
          "--json",
        ),
      ) as { imported: Record<string, number>; unchanged: Record<string, number> };
      const taken = Object.values(report.imported)
        .concat(Object.values(report.unchanged))
        .reduce((sum, count) => sum + count, 0);
      expect(taken).toBeGreaterThan(3_000);
    });
  }

  const { dana, summary } =
    await test.step("3 intake finds it in one line and refers: 12 presses, then 4", async () => {
      const page = await openDesk(browser, baseURL, {
        email: "journey.dana@intake.example",
        name: "Dana Rivers",
        role: "hotline_screener",
        teamName: "Family support line",
      });
      await page.goto("/intake");
      await page.getByRole("button", { name: "Start a support line call" }).click();
      await expect(page.locator("#q")).toBeFocused();
      await waitForScript(page);
      const keys = new Presses(page);
      await keys.type("parenting 21215 spanish evening");
      await keys.press("Enter");
      await expect(page.locator("#r1")).toBeFocused();
      for (const chip of ["Parenting support", "Within 5 miles of 21215", "Spanish", "Evenings"])
        await expect(page.locator(".chip").filter({ hasText: chip }).first()).toBeVisible();
      const row = page.locator(".res", { hasText: program });
      const at = (await row.locator(".res-number").textContent()) ?? "1";
      await keys.press(at);
      await keys.press("r");
      await expect(page.getByLabel("First name or nickname")).toBeFocused();
      await keys.type("Marisol");
      await keys.tab(1);
      await keys.type("(410) 555-0187");
      await keys.tab(2);
      await keys.press("Space");
      await keys.tab(1);
      await keys.type("Help with tantrums. Evenings after 6 work best.");
      await keys.tab(2);
      await keys.press("Space");
      await keys.press("Control+Enter");
      await expect(page.getByRole("status").getByText(`Referral sent to ${program}`)).toBeVisible();
      expect(keys.count).toBeLessThanOrEqual(12);
      const further = new Presses(page);
      const other = at === "1" ? "2" : "1";
      await further.press(other);
      await further.press("r");
      await expect(page.locator("[name=answer][value=yes]")).toBeFocused();
      await further.press("Space");
      await further.press("Control+Enter");
      await expect(page.getByRole("status").getByText("Referral sent")).toBeVisible();
      expect(further.count).toBeLessThanOrEqual(4);
      return { dana: page, summary: `${page.url().split("?")[0]}/summary` };
    });

  await test.step("4 the provider's notice is readable in the outbox and holds no detail of the family", async () => {
    const page = await openDesk(browser, baseURL, {
      email: "journey.admin@harbor.example",
      name: "Alex Kim",
      role: "jurisdiction_admin",
    });
    await expect(async () => {
      await page.goto("/admin/outbox");
      await expect(page.locator("main a[href^='/admin/outbox/']").first()).toBeVisible();
    }).toPass();
    await page.locator("main a[href^='/admin/outbox/']").first().click();
    const shown = await page.content();
    for (const detail of ["Marisol", "555-0187", "tantrums"]) expect(shown).not.toContain(detail);
    await page.context().close();
  });

  await test.step("5 one key answers; a try, an enrolment and a first session make it connected", async () => {
    await nora.goto(`${desk}/referrals`);
    await nora
      .getByRole("link", { name: /Marisol/ })
      .first()
      .click();
    await expect(nora.locator("#referral-name")).toHaveText("Marisol");
    await waitForScript(nora);
    const room = nora.getByLabel(`Openings, ${program}`);
    await expect(room).toHaveValue("3");
    await nora.keyboard.press("1");
    await expect(nora.getByRole("status")).toContainText("You said yes to Marisol. 2 openings left.");
    await nora.keyboard.press("u");
    await expect(nora.getByRole("status")).toContainText("Undone");
    await expect(room).toHaveValue("3");
    // A key within a second of an answer was pressed for what stood there before.
    await nora.waitForTimeout(1_100);
    await nora.keyboard.press("1");
    await expect(nora.getByRole("status")).toContainText("You said yes to Marisol");
    await nora.goto(`${desk}/referrals?stage=reaching`);
    await nora
      .getByRole("link", { name: /Marisol/ })
      .first()
      .click();
    // The list shows its first family already: a press before the link's page is there would be lost with the old one.
    await nora.waitForURL(/\/referrals\/[\w-]{36}/);
    await expect(nora.locator("#referral-name")).toHaveText("Marisol");
    await nora.getByRole("button", { name: "We talked" }).click();
    await expect(nora.getByRole("status")).toContainText("Your try is noted");
    await nora.getByText("Enrol Marisol", { exact: true }).click();
    await nora.getByLabel("First name, child 1").fill("Inventa");
    await nora.getByLabel("Last name").first().fill("Journeyson");
    await nora.getByLabel("Birth date").first().fill("2022-03-04");
    await nora.getByRole("button", { name: "Enrol", exact: true }).click();
    await expect(nora.getByRole("status")).toContainText("Marisol is enrolled");
    await nora.getByRole("button", { name: "Record the session" }).click();
    await expect(nora.getByRole("status")).toContainText("Marisol is taking part");
    await expect(nora.locator(".tl")).toContainText("by Nora P.");
  });

  await test.step("6 the agency's records come back, with a reason for each refused row", async () => {
    const report = JSON.parse(
      await upstream("import", "records", recordsFolder(), "--jurisdiction", "harbor", "--json"),
    ) as { imported: Record<string, number>; rejected: { file: string; line: number; reason: string }[] };
    expect(report.imported["children"]).toBe(1);
    expect(report.rejected[0]).toMatchObject({ line: 3 });
  });

  await test.step("7 a manager sees the four goals and the flow", async () => {
    const page = await openDesk(browser, baseURL, {
      email: "journey.priya@harbor.example",
      name: "Priya Shah",
      role: "program_manager",
    });
    await page.goto("/manager/goals");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(
      page.getByText("They do not show that a program caused it.", { exact: false }),
    ).toBeVisible();
    await page.context().close();
  });

  await test.step("8 the family's private link shows its referral and lets it say no, without script", async () => {
    await dana.goto(summary);
    await dana.getByRole("button", { name: "Make a private link" }).click();
    const link = new URL((await dana.locator(".private-link").textContent()) ?? "").pathname.replace(
      "/es/",
      "/en/",
    );
    const context = await browser.newContext({
      baseURL,
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: program })).toBeVisible();
    await expect(page.getByText("You are taking part.")).toBeVisible();
    const second = page.locator("article").filter({ hasText: "We sent your details." });
    await second.locator("summary", { hasText: "No, I do not want this" }).click();
    await second.getByRole("button", { name: "No, I do not want this" }).click();
    await expect(page.getByRole("status")).toContainText("You said no. That is fine.");
    await context.close();
  });
});
