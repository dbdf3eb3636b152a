import { expect, type Page, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { brightStepsId, enterAs } from "../desk-people";

const shots = process.env["ASK_SHOTS"];

/** The way a family comes: search, then the card's second button. Answers the path of the page that asks. */
async function findAndAsk(page: Page): Promise<string> {
  await page.goto("/en");
  await page.getByLabel("What would help?").selectOption("support_groups");
  await page.getByLabel("ZIP or city").fill("21211");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: "Have them call me: Saturday Play and Learn" }).click();
  await expect(page).toHaveURL(/\/en\/programs\/saturday-play-and-learn-[0-9a-f]+\/ask$/);
  return new URL(page.url()).pathname;
}

const checkShown = (page: Page, name: string) =>
  checkWidths(page, async () => {
    const width = page.viewportSize()?.width;
    if (shots) await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
  });

test("a family asks to be called, without script, and the program sees it", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await findAndAsk(page);
  await expect(page).toHaveTitle(/^Find support/);
  await expect(page.locator("[name=messageOk][value=no]")).toBeChecked();

  await page.getByLabel("When is a good time?").fill("Weekdays after 5");
  await page.getByRole("button", { name: "Check my answers" }).click();
  await expect(page.getByRole("alert")).toContainText("Give a first name or nickname.");
  await expect(page.getByRole("alert")).toContainText("Choose how they should reach you.");
  await expect(page).toHaveTitle(/^Error:/);
  await expect(page.getByLabel("When is a good time?")).toHaveValue("Weekdays after 5");

  await page.getByLabel("First name or nickname").fill("Pilar");
  await page.getByLabel("They text me").check();
  await page.getByLabel("Phone", { exact: true }).fill("(410) 555-0177");
  await page.getByLabel("Ages of your children").fill("3, 8 months");
  await page.getByLabel("What would help?").fill("Bedtime");
  await page.getByRole("button", { name: "Check my answers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check your answers");
  await expect(page.getByText(/^I say yes to sharing my first name, phone/)).toBeVisible();
  await page.getByRole("button", { name: "Change my answers" }).click();
  await expect(page.getByLabel("First name or nickname")).toHaveValue("Pilar");
  await expect(page.getByLabel("They text me")).toBeChecked();
  await page.getByRole("button", { name: "Check my answers" }).click();
  await page.getByRole("button", { name: "I say yes. Send it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("It is sent");
  await expect(page.getByText(/should answer by/)).toBeVisible();
  expect(page.url()).not.toMatch(/Pilar|0177|Bedtime|\?/);

  await page.getByRole("link", { name: /\/en\/my\// }).click();
  await expect(page).toHaveTitle(/^Your page/);
  await expect(page.getByText("Saturday Play and Learn").first()).toBeVisible();
  await expect(page.getByText("(410) 555-0177")).toBeVisible();
  await context.close();

  const desk = await browser.newContext({ baseURL });
  await enterAs(
    desk,
    {
      email: "ask.provider@bright.example",
      name: "Nora Pike",
      role: "provider_manager",
      organizationId: brightStepsId,
    },
    baseURL ?? "",
  );
  const inbox = await desk.newPage();
  await inbox.goto(`/provider/${brightStepsId}/referrals`);
  await expect(inbox.getByText("Pilar").first()).toBeVisible();
  await desk.close();
});

const words = {
  en: {
    name: "First name or nickname",
    call: "They call me",
    willCall: "I call them",
    check: "Check my answers",
    wrong: "Give a phone or email",
    agreed: /^I say yes to sharing my first name, language/,
    send: "I say yes. Send it",
    done: "It is sent",
    again: "Ask this program again",
  },
  es: {
    name: "Nombre o apodo",
    call: "Que me llamen",
    willCall: "Yo les llamo",
    check: "Revisar mis respuestas",
    wrong: "Dé un teléfono o correo",
    agreed: /^Digo que sí a compartir mi nombre, mi idioma/,
    send: "Digo que sí. Enviar",
    done: "Ya está enviado",
    again: "Pedirlo otra vez a este programa",
  },
} as const;

for (const language of ["en", "es"] as const) {
  test(`every step is clean and says mistakes in words, in ${language}`, async ({ page }) => {
    const say = words[language];
    const answer = await page.goto((await findAndAsk(page)).replace("/en/", `/${language}/`));
    expect(answer?.headers()["referrer-policy"]).toContain("no-referrer");
    expect(answer?.headers()["cache-control"]).toContain("no-store");
    await checkShown(page, `form-${language}`);
    await page.getByLabel(say.name).fill("Eva");
    await page.getByLabel(say.call).check();
    await page.getByRole("button", { name: say.check }).click();
    await expect(page.getByRole("alert")).toContainText(say.wrong);
    await expect(page.getByRole("alert")).toBeFocused();
    await checkShown(page, `errors-${language}`);
    await page.getByLabel(say.willCall).check();
    await page.getByRole("button", { name: say.check }).click();
    await expect(page.getByText(say.agreed)).toBeVisible();
    await checkShown(page, `check-${language}`);
    await page.getByRole("button", { name: say.send }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say.done);
    await checkShown(page, `done-${language}`);
    // Back asks for no second sending: the page says that it was sent, and offers to ask again.
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say.done);
    await expect(page.getByRole("button", { name: say.send })).toHaveCount(0);
    await checkShown(page, `back-${language}`);
    await page.getByRole("link", { name: say.again }).click();
    await expect(page.getByLabel(say.name)).toHaveValue("");
  });
}

test("a program nobody published is not found", async ({ page }) => {
  expect((await page.goto("/en/programs/no-such-program/ask"))?.status()).toBe(404);
});

test("a program that needs a signed paper shows its phone, and no button to ask", async ({ page }) => {
  await page.goto("/en");
  await page.getByLabel("What would help?").selectOption("support_groups");
  await page.getByLabel("ZIP or city").fill("21211");
  await page.getByRole("button", { name: "Search" }).click();
  const card = page.locator("article", { hasText: "Parents in Recovery" });
  await expect(card.getByRole("link", { name: /^Have/ })).toHaveCount(0);
  await page.goto(`${await card.locator("h3 a").getAttribute("href")}/ask`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Please call them");
  await expect(page.locator("main form")).toHaveCount(0);
  await expect(page.locator("main a[href^='tel:']")).toBeVisible();
  await checkShown(page, "phone-en");
});
