import { type Page, expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { Presses } from "../count-presses";
import { brightStepsId, enterAs, openDesk } from "../desk-people";
import { referFamily } from "./refer-family";
import { waitForScript } from "../wait-for-script";

const program = "Saturday Play and Learn";
const inbox = `/provider/${brightStepsId}/referrals`;

const provider = (email: string) => ({
  email,
  name: "Nora Pike",
  role: "provider_manager" as const,
  organizationId: brightStepsId,
});

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }, info) => {
  const baseURL = info.project.use.baseURL;
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await enterAs(
    context,
    {
      email: "inbox.sender@intake.example",
      name: "Dana Rivers",
      role: "hotline_screener",
      teamName: "Support line",
    },
    baseURL ?? "",
  );
  const page = await context.newPage();
  for (const [name, phone] of [
    ["Maria", "(410) 555-0142"],
    ["Rosa", "(410) 555-0143"],
    ["Linh", "(410) 555-0144"],
    ["Tasha", "(410) 555-0145"],
  ] as const) {
    await referFamily(page, { name, phone, help: `Help with tantrums for ${name}` }, program);
  }
  await context.close();
});

/** A second press, in the moment in which the next family is drawn: nobody has looked at it yet. */
async function pressAgainWhenDrawn(page: Page, key: string): Promise<void> {
  await page.evaluate((again) => {
    const nameNow = () => document.querySelector("#referral-name")?.textContent;
    const first = nameNow();
    const watcher = new MutationObserver(() => {
      if (nameNow() === first) return;
      watcher.disconnect();
      setTimeout(() => {
        document.dispatchEvent(new KeyboardEvent("keydown", { key: again, bubbles: true }));
        document.documentElement.dataset["pressed"] = again;
      }, 50);
    });
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, key);
}

test("one key answers, openings fall by one, the next referral opens, Undo takes it back", async ({
  browser,
  baseURL,
}) => {
  const page = await openDesk(browser, baseURL, provider("inbox.one@brightsteps.example"));
  await page.goto("/provider");
  await expect(page).toHaveURL(new RegExp(`${inbox}$`));
  await waitForScript(page);
  const room = page.getByLabel(`Openings, ${program}`);
  const before = Number(await room.inputValue());
  const name = await page.locator("#referral-name").textContent();
  await checkWidths(page);
  const keys = new Presses(page);
  await pressAgainWhenDrawn(page, "1");
  await keys.press("1");
  await expect(page.getByRole("status")).toContainText(`You said yes to ${name}. ${before - 1} opening`);
  expect(keys.count).toBe(1);
  await expect(room).toHaveValue(String(before - 1));
  await expect(page.locator("#referral-name")).not.toHaveText(name ?? "");
  await expect(page.locator("#referral:focus, .banner:focus")).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("data-pressed", "1");
  await page.keyboard.press("u");
  await expect(page.getByRole("status")).toContainText("Undone");
  await expect(room).toHaveValue(String(before));
  await expect(page.locator("#referral-name")).toHaveText(name ?? "");
  expect(page.url()).not.toMatch(/maria|rosa|linh|555/i);
});

test("two staff answer at once: one wins, the other is told", async ({ browser, baseURL }) => {
  const [one, other] = await Promise.all(
    ["inbox.first@brightsteps.example", "inbox.second@brightsteps.example"].map((email) =>
      openDesk(browser, baseURL, provider(email)),
    ),
  );
  await one!.goto(inbox);
  const row = one!.getByRole("link", { name: /Rosa/ });
  const path = (await row.getAttribute("href")) ?? "";
  await one!.goto(path);
  await other!.goto(path);
  await one!.getByRole("button", { name: "We can help" }).click();
  await expect(one!.getByRole("status")).toContainText("You said yes to Rosa");
  await other!.getByRole("button", { name: "We can help" }).click();
  await expect(other!.getByRole("alert")).toContainText(/Someone answered this first|cannot be done now/);
});

test("waitlist asks for the family's agreement; a question keeps what was typed; not a fit suggests others", async ({
  browser,
  baseURL,
}) => {
  const page = await openDesk(browser, baseURL, provider("inbox.answers@brightsteps.example"));
  await page.goto(inbox);
  await page.getByRole("link", { name: /Linh/ }).click();
  await expect(page.locator("#referral-name")).toHaveText("Linh");
  await waitForScript(page);
  await page.keyboard.press("2");
  await page.getByRole("button", { name: "Put on the waitlist" }).click();
  await expect(page.getByRole("alert")).toContainText("Ask the family first");
  await checkWidths(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Put on the waitlist" })).toHaveCount(0);
  await page.keyboard.press("4");
  await page.getByLabel("What do you need to know?").fill("Which evenings work?");
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("What do you need to know?")).toHaveCount(0);
  await page.keyboard.press("4");
  await expect(page.getByLabel("What do you need to know?")).toHaveValue("Which evenings work?");
  await page.getByRole("button", { name: "Ask the sender", exact: true }).last().click();
  await expect(page.getByRole("status")).toContainText("Your question went to the sender");
  await page.goto(inbox);
  await page.getByRole("link", { name: /Tasha/ }).click();
  await expect(page.locator("#referral-name")).toHaveText("Tasha");
  await waitForScript(page);
  await page.keyboard.press("3");
  await expect(page.getByRole("heading", { name: /Not a fit/ })).toBeVisible();
  await checkWidths(page);
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Ages do not fit").check();
  await page.getByRole("button", { name: "Send the answer" }).click();
  await expect(page.getByRole("status")).toContainText("You said it is not a fit for Tasha");
});

test("a try, an enrolment and the first session make the family take part; the history says who and when", async ({
  browser,
  baseURL,
}) => {
  const page = await openDesk(browser, baseURL, provider("inbox.first@brightsteps.example"));
  await page.goto(`${inbox}?stage=reaching`);
  await page.getByRole("link", { name: /Rosa/ }).click();
  await expect(page.locator("#referral-name")).toHaveText("Rosa");
  await expect(page.getByText("Could not reach Rosa", { exact: true })).toHaveCount(0);
  await waitForScript(page);
  await page.getByRole("button", { name: "No answer" }).dblclick();
  await expect(page.getByRole("status")).toContainText("Your try is noted");
  await expect(page.getByRole("status")).toBeFocused();
  await expect(page.getByText(/Still missing: 2 more tries/)).toBeVisible();
  await checkWidths(page);
  await page.getByRole("button", { name: "We talked" }).click();
  await expect(page.getByText(/you talked\. Agree on a first day/i)).toBeVisible();
  await page.getByText("Enrol Rosa", { exact: true }).click();
  await page.getByLabel("First name, child 1").fill("Invented");
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("Rosa is enrolled");
  await checkWidths(page);
  await page.getByRole("button", { name: "Record the session" }).click();
  await expect(page.getByRole("status")).toContainText("Rosa is taking part");
  await page.getByText("Correct this session").click();
  await page.getByLabel("Minutes").first().fill("45");
  await page.getByRole("button", { name: "Save the correction" }).first().click();
  await expect(page.getByText(/45 min/)).toBeVisible();
  await expect(page.getByText(/60 min/)).toHaveCount(0);
  await expect(page.locator(".tl")).toContainText("by Nora P.");
  await page.goto(`${inbox}?stage=taking-part`);
  await expect(page.getByRole("link", { name: /Rosa/ })).toBeVisible();
  await checkWidths(page);
});

test("another organization's referral, a forged id and another's desk are not found", async ({
  browser,
  baseURL,
}) => {
  const page = await openDesk(browser, baseURL, provider("inbox.first@brightsteps.example"));
  await page.goto(`${inbox}?stage=taking-part`);
  const path = (await page.getByRole("link", { name: /Rosa/ }).getAttribute("href")) ?? "";
  const rosewood = "0199a000-0000-7000-8000-000000000102";
  const stranger = await openDesk(browser, baseURL, {
    email: "inbox.stranger@rosewood.example",
    name: "Sol Reed",
    role: "provider_worker",
    organizationId: rosewood,
  });
  for (const wrong of [
    path,
    path.replace(brightStepsId, rosewood),
    `/provider/${rosewood}/referrals/not-an-id`,
    inbox,
  ]) {
    expect((await stranger.goto(wrong))?.status(), wrong).toBe(404);
  }
  const answer = await stranger.request.post(path.replace(brightStepsId, rosewood), {
    form: { intent: "accept", version: "1" },
    headers: { origin: baseURL ?? "" },
  });
  expect(answer.status()).toBe(404);
});

test("the other pages of the desk pass the checks, in Spanish too", async ({ browser, baseURL }) => {
  const page = await openDesk(browser, baseURL, provider("inbox.lists@brightsteps.example"));
  for (const path of [
    inbox,
    `${inbox}?stage=finished`,
    `${inbox}?stage=waitlist`,
    `${inbox}?stage=new&all=1`,
    inbox.replace("referrals", "results"),
    inbox.replace("referrals", "team"),
  ]) {
    await page.goto(path);
    await checkWidths(page);
  }
  await page.goto(inbox);
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("navigation", { name: "Referencias por etapa" })).toBeVisible();
  await checkWidths(page);
});
