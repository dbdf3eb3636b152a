import { type Page, expect, test } from "@playwright/test";
import { checkWidths } from "../ui/check-page";
import { eastlineId, openDesk } from "../desk-people";

// A listing no other journey edits: two runs at once, and who saves second is told that it changed.
const program = "Teen Parent Mentors";
const shots = process.env["E2E_SHOTS"];
const shot = async (page: Page, name: string) => {
  if (!shots) return;
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
  }
};

/** On the listing's own page one place after the other is counted, by keyboard; the form of its openings says the same. */
async function countByPlace(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByText("Openings by place", { exact: true }).focus();
  await page.keyboard.press("Enter");
  const lane = page.getByRole("textbox", { name: /Openings of .*, 12 Invented Lane/ });
  await lane.fill("3");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Openings saved");
  await expect(lane).toHaveValue("3");
  // Counted by place, there is no number of the whole to set.
  await expect(page.getByRole("textbox", { name: `Openings of ${program}`, exact: true })).toHaveCount(0);
  await checkWidths(page);
  await shot(page, "openings-by-place");
  await page.goto(`${path}/edit/openings`);
  await expect(page.getByLabel(/12 Invented Lane/)).toHaveValue("3");
  await checkWidths(page);
  await shot(page, "section-openings-by-place");
}

test("a provider adds a second place and closes it; the agency edits the same listing, told as the agency's", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const page = await openDesk(browser, baseURL, {
    email: "places@eastline.example",
    name: "Nora Pike",
    role: "provider_manager",
    organizationId: eastlineId,
  });
  await page.goto(`/provider/${eastlineId}/listings`);
  await page.getByRole("link", { name: program, exact: true }).click();
  await page.getByRole("link", { name: "When and where" }).click();
  await expect(page.getByRole("link", { name: "Add a place" })).toBeVisible();
  await checkWidths(page);
  await shot(page, "section-one-place");
  await page.getByRole("link", { name: "Add a place" }).click();
  await page.getByRole("radio", { name: "No, it is confidential" }).check();
  await page.getByRole("button", { name: "Save this place" }).click();
  await expect(page.getByRole("alert")).toContainText("Why is the address not shown?");
  await page.getByRole("radio", { name: "Yes, the whole address" }).check();
  await page.getByLabel("Name of this place").fill("Library room");
  await page.getByLabel("Street and number").fill("12 Invented Lane");
  await page.getByLabel("City").fill("Towson");
  await page.getByLabel("State").fill("MD");
  await page.getByLabel("ZIP", { exact: false }).first().fill("21204");
  await page.getByRole("checkbox", { name: "Tuesday" }).check();
  await page.getByLabel("Census tracts you serve").fill("24005490100");
  await checkWidths(page);
  await shot(page, "place-new");
  await page.getByRole("button", { name: "Save this place" }).click();
  await expect(page.getByRole("status")).toContainText("Place saved");
  await expect(page.getByLabel("Street and number")).toHaveCount(0);
  await checkWidths(page);
  await shot(page, "section-two-places");
  await page.getByRole("button", { name: /Close this place: 12 Invented Lane/ }).click();
  await expect(page.getByRole("status")).toContainText("no longer see this place");
  await expect(page.getByRole("button", { name: /Open again: 12 Invented Lane/ })).toBeVisible();
  const path = new URL(page.url()).pathname.split("/edit")[0] ?? "";
  await page.goto(`${path}/history`);
  await page.getByRole("button", { name: /Put back: Place closed/ }).click();
  await expect(page.getByRole("status")).toContainText("The former value is back");

  await countByPlace(page, path);

  const agency = await openDesk(browser, baseURL, {
    email: "places.admin@harbor.example",
    name: "Ari Bell",
    role: "jurisdiction_admin",
  });
  await agency.goto(`/admin/organizations/${eastlineId}`);
  await agency.getByRole("link", { name: program, exact: true }).click();
  await expect(agency.getByRole("link", { name: "When and where" })).toBeVisible();
  await checkWidths(agency);
  await shot(agency, "agency-listing");
  await agency.getByRole("link", { name: "When and where" }).click();
  await expect(agency.getByText("recorded as changed by the agency")).toBeVisible();
  await agency.getByRole("link", { name: /Edit: 12 Invented Lane/ }).click();
  await agency.getByLabel("Street and number").fill("14 Invented Lane");
  await checkWidths(agency);
  await agency.getByRole("button", { name: "Save this place" }).click();
  await expect(agency.getByRole("status")).toContainText("Place saved");
  await agency.goto(agency.url().split("/edit")[0] ?? "");
  const told = agency.getByRole("row", { name: /Street/ }).first();
  await expect(told).toContainText("14 Invented Lane");
  await expect(told).toContainText("Agency, Ari B.");
  await agency.getByRole("button", { name: "Español" }).click();
  await agency.getByRole("link", { name: "Cuándo y dónde" }).click();
  await expect(agency).toHaveURL(/\/edit\//);
  await checkWidths(agency);
  await shot(agency, "agency-section-es");
});

test("a suggested program becomes a draft with its hours and place, which the agency completes", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const page = await openDesk(browser, baseURL, {
    email: "places.admin@harbor.example",
    name: "Ari Bell",
    role: "jurisdiction_admin",
  });
  const name = `Porch Talks ${Date.now()}`;
  await page.goto("/en/suggest");
  await page.getByLabel("Name of the program").fill(name);
  await page.getByLabel("Who offers it").fill("Invented Porch");
  await page.getByLabel("What it does").fill("Parents talk on a porch.");
  await page.locator("[name=place]").fill("9 Invented Road, Towson, MD 21204");
  await page.locator("[name=hours]").fill("Mondays and Thursdays 6-8 pm");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Send" }).click();
  await page.goto("/admin/suggestions");
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  await page.getByRole("link", { name: "Continue with the draft" }).click();
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByRole("alert")).toContainText("Who it is for: not started");
  await checkWidths(page);
  await shot(page, "agency-draft");
  await page.getByRole("link", { name: "When and where", exact: true }).click();
  await expect(page.getByLabel("Street and number")).toHaveValue("9 Invented Road");
  await expect(page.getByLabel("From", { exact: false }).first()).toHaveValue("18:00");
  await page.getByRole("checkbox", { name: "At a center" }).check();
  await page.getByRole("button", { name: "Save this section" }).click();
  await expect(page.getByRole("status")).toContainText("Saved, as a change by the agency");
  await page.goto("/admin/listing-review?queue=draft");
  await expect(page.getByRole("link", { name })).toBeVisible();
});
