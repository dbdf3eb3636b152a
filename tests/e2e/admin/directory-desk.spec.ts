import { type Page, expect, test } from "@playwright/test";
import { asSystem } from "../act-as-system";
import { checkWidths } from "../ui/check-page";
import { enterAs, harborId, rosewoodId } from "../desk-people";

const admin = {
  email: "dita.quill@directory-tests.example",
  name: "Dita Quill",
  role: "jurisdiction_admin" as const,
};

async function publishedSlug(organizationId: string): Promise<{ slug: string; name: string; id: string }> {
  return asSystem((ctx) =>
    ctx.tx.service.findFirstOrThrow({
      where: { organizationId, listingState: "published" },
      orderBy: { id: "asc" },
      select: { slug: true, name: true, id: true },
    }),
  );
}

async function claim(page: Page, slug: string, mark: string): Promise<void> {
  await page.goto(`/en/programs/${slug}`);
  await page.getByRole("link", { name: "Is this your organization? Tell us" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toContainText("Fill this in: Your name");
  await page.getByLabel("Your name").fill("Lena Vale");
  await page.getByLabel("Your role there").fill("Director");
  await page.getByLabel("Your work email").fill(`lena.${mark}@claims.example`);
  await page.getByLabel("Work phone").fill("(410) 555-0111");
  await page.getByLabel("Name of the second person").fill("Omar Vale");
  await page.getByLabel("Role of the second person").fill("Coordinator");
  await page.getByLabel("Work email of the second person").fill(`omar.${mark}@claims.example`);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check what you wrote");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("status")).toContainText("We will call the number that is listed");
}

test("a claim is made, vetted, and its first person gets in, without script @nojs", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const mark = String(Date.now());
  await enterAs(page.context(), admin, baseURL ?? "");
  const { slug } = await publishedSlug("0199a000-0000-7000-8000-000000000105");
  await claim(page, slug, mark);
  await page.goto("/admin");
  await page.getByRole("link", { name: /claims? of an organization/ }).click();
  await page
    .getByRole("row", { name: /A claim waits/ })
    .first()
    .getByRole("link")
    .click();
  await page.getByRole("button", { name: "Accept and invite both people" }).first().click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page
    .getByLabel(/I called a number that we already had/)
    .first()
    .check();
  await page.getByLabel("Where the agreement is kept").first().fill("File 12");
  await page.getByLabel("Holds until").first().fill("2099-06-30");
  await page.getByRole("button", { name: "Accept and invite both people" }).first().click();
  await expect(page.getByRole("status")).toContainText("Whoever keeps the server prints each link");
  await expect(page.getByText("Agreement recorded")).toBeVisible();
  const { deriveToken } = await import("../../../app/domain/kernel/derive-token");
  const { id } = await asSystem((ctx) =>
    ctx.tx.invitation.findFirstOrThrow({ where: { email: `lena.${mark}@claims.example` } }),
  );
  await page.context().clearCookies();
  await page.goto(`/invitation/${deriveToken(process.env["SESSION_SECRET"] ?? "", "invitation", id)}`);
  await page.getByLabel("Your name").fill("Lena Vale");
  await page.getByLabel("New password").fill("a long enough password");
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second step of signing in");
});

test("a suggested change shows after it is taken, and not before", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  await enterAs(page.context(), admin, baseURL ?? "");
  const { slug } = await publishedSlug(rosewoodId);
  const program = `/en/programs/${slug}`;
  await page.goto(program);
  await page.getByRole("link", { name: "Suggest a change" }).click();
  await page.getByLabel("Phone").fill("(410) 555-0196");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("status")).toContainText("A person will look at it");
  await page.goto(program);
  await expect(page.getByText("555-0196")).toHaveCount(0);
  await page.goto("/admin/suggestions");
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByLabel("Phone")).toHaveValue("(410) 555-0196");
  await checkWidths(page);
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("Taken");
  await page.goto(program);
  await expect(page.locator(`a[href*="5550196"], a[href*="555-0196"]`).first()).toBeVisible();
});

test("two of the same are joined, the old page leads to the new one, and it is undone", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await enterAs(page.context(), admin, baseURL ?? "");
  const kept = await publishedSlug(rosewoodId);
  const goneSlug = `twin-${Date.now()}`;
  await asSystem(async (ctx) => {
    const { findDuplicates } = await import("../../../app/domain/directory/index.server");
    const { writeSearchRows } = await import(
      "../../../app/domain/directory/search-index/write-search-rows.server"
    );
    const { newId } = await import("../../../app/domain/kernel/ids");
    const id = newId();
    const of = {
      jurisdictionId: harborId,
      organizationId: rosewoodId,
      needCodes: ["food"],
      publishedAt: new Date(),
    };
    await ctx.tx.service.create({
      data: {
        ...of,
        id,
        slug: goneSlug,
        name: kept.name,
        listingState: "published",
        description: "The same, twice.",
      },
    });
    await writeSearchRows(ctx, [id]);
    await findDuplicates(ctx);
  });
  await page.goto("/admin/duplicates?of=service");
  await checkWidths(page);
  await page
    .getByRole("row", { name: new RegExp(kept.name) })
    .first()
    .getByRole("link", { name: "Compare" })
    .click();
  await expect(page.getByRole("button", { name: "Join them" })).toBeVisible();
  await checkWidths(page);
  await page.locator(`input[name=keptId][value="${kept.id}"]`).check();
  await page.getByRole("button", { name: "Join them" }).click();
  await expect(page.getByRole("status")).toContainText("Joined");
  await page.goto(`/en/programs/${goneSlug}`);
  await expect(page).toHaveURL(new RegExp(`/en/programs/${kept.slug}$`));
  await page.goto("/admin/duplicates");
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(page.getByRole("status")).toContainText("Undone");
  await page.goto(`/en/programs/${goneSlug}`);
  await expect(page).toHaveURL(new RegExp(goneSlug));
});

for (const lang of ["en", "es"]) {
  test(`the administrator's directory pages hold at every width, ${lang}`, async ({ page, baseURL }) => {
    test.setTimeout(300_000);
    const url = baseURL ?? "";
    await enterAs(page.context(), admin, url);
    await page.context().addCookies([{ name: "lang", value: lang, url }]);
    for (const path of [
      "",
      "/organizations",
      `/organizations/${rosewoodId}`,
      "/suggestions",
      "/duplicates",
    ]) {
      await page.goto(`/admin${path}`);
      await checkWidths(page);
    }
  });
}

test("a category is used no more, says so on its program, and is taken up again", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await enterAs(page.context(), admin, baseURL ?? "");
  const { id } = await publishedSlug(rosewoodId);
  const { newId } = await import("../../../app/domain/kernel/ids");
  const name = `Nurturing Circles ${Date.now()}`;
  await asSystem(async ({ tx }) => {
    const taxonomy = {
      id: newId(),
      name: "Invented categories",
      jurisdictionId: harborId,
      source: "invented",
    };
    await tx.taxonomy.create({ data: taxonomy });
    const make = (title: string, parentId: string | null) =>
      tx.taxonomyTerm.create({
        data: { id: newId(), taxonomyId: taxonomy.id, jurisdictionId: harborId, name: title, parentId },
      });
    const top = await make("Parenting", null);
    const term = await make(name, top.id);
    await tx.attribute.create({
      data: { jurisdictionId: harborId, linkEntity: "service", linkId: id, taxonomyTermId: term.id },
    });
  });
  await page.goto("/admin/categories");
  await page.getByText("Parenting").first().click();
  await checkWidths(page);
  const shots = process.env["E2E_SHOTS"];
  if (shots) await page.screenshot({ path: `${shots}/categories-1366.png`, fullPage: true });
  await page.getByRole("link", { name }).click();
  await expect(page.getByLabel("What replaces it?")).toBeVisible();
  await checkWidths(page);
  await page.getByLabel("What replaces it?").selectOption("Parenting");
  await page.getByRole("button", { name: "Use it no more" }).click();
  await expect(page.getByRole("status")).toContainText("It is used no more");
  const term = page.url().split("?")[0] ?? "";
  await page.goto(`/admin/listing-review/${id}`);
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("No longer used");
  await page.goto(term);
  await page.getByRole("button", { name: "Use it again" }).click();
  await expect(page.getByRole("status")).toContainText("It is used again");
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.locator("html[lang=es]")).toBeVisible();
  await checkWidths(page);
});

test("a program that fills the hidden field is thanked and forgotten @nojs", async ({
  page,
  request,
  baseURL,
}) => {
  await enterAs(page.context(), admin, baseURL ?? "");
  const before = await asSystem((ctx) => ctx.tx.suggestion.count());
  const form = { intent: "send", name: "Spam", organization: "Spam", description: "Spam", nickname2: "x" };
  const answer = await request.post("/en/suggest", {
    form,
    maxRedirects: 0,
    headers: { origin: baseURL ?? "" },
  });
  expect(answer.status()).toBe(303);
  expect(await asSystem((ctx) => ctx.tx.suggestion.count())).toBe(before);
});
