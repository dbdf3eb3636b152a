import { type Page, expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { brightStepsId, openDesk } from "../desk-people";
import { referFamily } from "./refer-family";
import { waitForScript } from "../wait-for-script";

const program = "Saturday Play and Learn";
const desk = `/provider/${brightStepsId}`;
const shots = process.env["E2E_SHOTS"];

const staff = (email: string, role: "provider_manager" | "provider_worker") => ({
  email,
  name: "Tova Lind",
  role,
  organizationId: brightStepsId,
});
const sender = {
  email: "part.sender@intake.example",
  name: "Ada Stone",
  role: "hotline_screener" as const,
  teamName: "Support line",
};
const shot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
};
async function openOne(page: Page, stage: string, name: string): Promise<void> {
  await page.goto(`${desk}/referrals?stage=${stage}`);
  await page
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.locator("#referral-name")).toHaveText(name);
  await waitForScript(page);
}

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }, info) => {
  const baseURL = info.project.use.baseURL;
  const page = await openDesk(browser, baseURL, sender);
  for (const [name, phone] of [
    ["Petra", "(410) 555-0161"],
    ["Quilla", "(410) 555-0162"],
    ["Renske", "(410) 555-0163"],
  ] as const)
    await referFamily(page, { name, phone, help: "Help at bedtime" }, program);
  await page.context().close();
});

test("sessions are recorded, and taking part ends with a reason and whose it was", async ({
  browser,
  baseURL,
}) => {
  const page = await openDesk(browser, baseURL, staff("part.one@brightsteps.example", "provider_worker"));
  await openOne(page, "new", "Petra");
  await page.getByRole("button", { name: "We can help" }).click();
  await expect(page.getByRole("status")).toContainText("You said yes to Petra");
  await openOne(page, "reaching", "Petra");
  await page.getByRole("button", { name: "We talked" }).click();
  await expect(page.getByRole("status")).toContainText("Your try is noted");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toContainText("Your try is taken back");
  await expect(page.locator(".tl")).toContainText("Call · taken back");
  await page.getByText("Enrol Petra", { exact: true }).click();
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("Petra is enrolled");
  await page.keyboard.press("u");
  await expect(page.getByRole("status")).toContainText("Petra is not enrolled");
  await page.getByText("Enrol Petra", { exact: true }).click();
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("Petra is enrolled");
  await page.getByRole("button", { name: "Record the session" }).click();
  await expect(page.getByRole("status")).toContainText("Petra is taking part");
  await openOne(page, "taking-part", "Petra");
  for (const what of ["Did not meet", "Family cancelled", "We cancelled"]) {
    await page.getByLabel("What happened").last().selectOption({ label: what });
    await page.getByRole("button", { name: "Record the session" }).click();
    await expect(page.getByRole("status")).toContainText("The session is recorded");
  }
  await page.getByText("Taking part has ended").click();
  await checkWidths(page);
  await shot(page, "end-enrolment");
  await page.getByLabel("How it ended").selectOption({ label: "Ended early" });
  await page.getByRole("button", { name: "Record the end" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("How it ended").selectOption({ label: "Ended early" });
  await page.getByLabel("Reason", { exact: true }).last().selectOption({ label: "Moved away" });
  await page.getByLabel("Whose reason").selectOption({ label: "The family’s" });
  await page.getByRole("button", { name: "Record the end" }).click();
  await expect(page.getByRole("status")).toContainText("The end is recorded");
  await expect(page.getByRole("heading", { name: /Ended early/ })).toBeVisible();
  await page.goto(`${desk}/referrals?stage=taking-part`);
  await expect(page.getByRole("link", { name: /Petra/ })).toHaveCount(0);
});

test("a family on the waitlist is kept warm, then taken in", async ({ browser, baseURL }) => {
  const page = await openDesk(browser, baseURL, staff("part.one@brightsteps.example", "provider_worker"));
  await openOne(page, "new", "Quilla");
  await page.keyboard.press("2");
  await page.getByLabel(/agrees to wait/).check();
  await page.getByRole("button", { name: "Put on the waitlist" }).click();
  await expect(page.getByRole("status")).toContainText("Quilla is on the waitlist");
  await openOne(page, "waitlist", "Quilla");
  await checkWidths(page);
  await page.getByRole("button", { name: "I asked, Quilla still waits" }).click();
  await expect(page.getByRole("status")).toContainText("Noted: Quilla still waits");
  await expect(page.locator(".tl")).toContainText("Waitlist confirmed");
  await shot(page, "waitlist");
  await page.getByRole("button", { name: "We can help" }).click();
  await expect(page.getByRole("status")).toContainText("You said yes to Quilla");
});

test("a sender asks a referral back: the program goes on, then lets it go", async ({ browser, baseURL }) => {
  const worker = await openDesk(browser, baseURL, staff("part.one@brightsteps.example", "provider_worker"));
  await openOne(worker, "new", "Renske");
  await worker.getByRole("button", { name: "We can help" }).click();
  await expect(worker.getByRole("status")).toContainText("You said yes to Renske");
  const intake = await openDesk(browser, baseURL, sender);
  for (const [press, words] of [
    ["Go on with the family", "Noted. You go on with this family."],
    ["Let it go", "Closed. The sender is told."],
  ] as const) {
    await intake.goto("/intake/follow-ups");
    const row = intake.getByRole("row").filter({ hasText: "Renske" });
    await row.getByText("Ask to take it back").first().click();
    await row.getByLabel("Why").selectOption({ label: "What would help has changed" });
    await row.getByRole("button", { name: "Ask to take it back" }).click();
    await expect(intake.getByText("You asked to take it back")).toBeVisible();
    await checkWidths(intake);
    await openOne(worker, "reaching", "Renske");
    await checkWidths(worker);
    await shot(worker, "asked-back");
    await worker.getByRole("button", { name: press }).click();
    await expect(worker.getByRole("status")).toContainText(words);
  }
  await expect(worker.locator(".tl")).toContainText("Taken back");
});

test("a manager invites and ends access; a worker is told who can", async ({ browser, baseURL }) => {
  const page = await openDesk(browser, baseURL, staff("part.boss@brightsteps.example", "provider_manager"));
  await page.goto(`${desk}/referrals`);
  await page.getByRole("link", { name: "Team", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Invite a person" })).toBeVisible();
  await page.getByLabel("Email", { exact: true }).fill("new.colleague@brightsteps.example");
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "provider worker" });
  await page.getByRole("button", { name: "Make the invitation" }).click();
  await expect(page.getByRole("status")).toContainText("Whoever keeps the server prints the link");
  await checkWidths(page);
  await shot(page, "team");
  await page.getByRole("button", { name: /Take back/ }).click();
  await expect(page.getByRole("status")).toContainText("taken back");
  await openDesk(browser, baseURL, {
    ...staff("part.leaver@brightsteps.example", "provider_worker"),
    name: "Lea Vering",
  });
  await page.reload();
  const row = page.getByRole("row").filter({ hasText: "Lea Vering" });
  await row.getByText("End access").first().click();
  await row.getByRole("button", { name: "End access now" }).click();
  await expect(page.getByRole("status")).toContainText("Access ended");
  await expect(page.getByText("Lea Vering")).toHaveCount(0);
  const worker = await openDesk(browser, baseURL, staff("part.one@brightsteps.example", "provider_worker"));
  await worker.goto(`${desk}/team`);
  await expect(worker.getByText("Your manager keeps the team’s list")).toBeVisible();
  await checkWidths(worker);
  const answer = await worker.request.post(`${desk}/team`, {
    form: {
      intent: "invite",
      email: "x@brightsteps.example",
      role: "provider_worker",
      organizationId: brightStepsId,
    },
    headers: { origin: baseURL ?? "" },
  });
  expect(answer.status()).toBe(403);
});
