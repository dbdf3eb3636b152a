import { type Page, expect } from "@playwright/test";

const checks = async (page: Page, ...labels: string[]) => {
  for (const label of labels) await page.getByLabel(label, { exact: true }).check();
};
const radios = async (page: Page, ...pairs: [string, string][]) => {
  for (const [group, answer] of pairs)
    await page.getByRole("group", { name: group }).getByLabel(answer, { exact: true }).check();
};

/** Six sections, each saved alone. */
export async function writeListing(page: Page, desk: string, program: string): Promise<void> {
  await page.goto(`${desk}/listings/new`);
  await page.getByLabel("Name in English").fill(program);
  await page.getByRole("button", { name: "Continue" }).click();
  const section = async (name: string, fill: () => Promise<void>) => {
    await page.getByRole("link", { name, exact: true }).click();
    await fill();
    await page.getByRole("button", { name: "Save this section" }).click();
    await expect(page.getByRole("status")).toContainText("Section saved");
  };
  await section("Basics", async () => {
    await page.getByLabel("Name in Spanish").fill("Círculo de padres por la tarde");
    await checks(page, "Parenting support");
    await page
      .getByLabel("In plain words, in English")
      .fill("Parents talk about everyday life with children, with dinner.");
    await page
      .getByLabel("In plain words, in Spanish")
      .fill("Los padres hablan de la vida diaria con los niños, con cena.");
  });
  await section("Who it is for", async () => {
    await page.locator("[name=childAgeMinMonths]").selectOption("0");
    await page.locator("[name=childAgeMaxMonths]").selectOption("144");
    await radios(page, ["Do you take families whom the support line sends?", "Yes"]);
  });
  await section("When and where", async () => {
    await page.locator("[name=deliveryModes][value=home]").check();
    await page.locator("[name=timesOfDay][value=evening]").check();
    await page.locator("[name=visibility][value=partial]").check();
    await page.locator("[name=city]").fill("Baltimore");
    await page.locator("[name=state]").fill("MD");
    await page.locator("[name=postalCode]").fill("21215");
    await page.locator("[name=areaZips]").fill("21215 21216");
  });
  await section("How to join", async () => {
    await page.locator("[name=phone]").fill("(410) 555-0186");
    await page.locator("[name=acceptsSelfReferral][value=yes]").check();
    await page.locator("[name=needsSignedRelease][value=false]").check();
    await page.locator("[name=isFree][value=yes]").check();
  });
  await section("Languages and access", async () => {
    await page.locator("[name=staffLanguages][value=es]").check();
    await page.locator("[name=staffLanguages][value=en]").check();
    await page.locator("[name=childcareOnSite][value=yes]").check();
  });
  await section("Openings", async () => {
    await page.locator("[name=capacityStatus][value=open]").check();
    await page.locator("[name=available]").fill("3");
    await page.locator("[name=acceptsReferrals][value=true]").check();
  });
}
