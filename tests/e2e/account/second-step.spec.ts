import { expect, type Page, test } from "@playwright/test";
import jsQR from "jsqr";
import { createOTP } from "@better-auth/utils/otp";
import { enterAs, testPassword, type DeskPerson } from "../desk-people";
import { checkWidths } from "../ui/check-page";

const person = (name: string, role: DeskPerson["role"]): DeskPerson => ({
  name,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@account-tests.example`,
  role,
});
const codeOf = (secret: string) =>
  createOTP(secret, { digits: 6, period: 30 }).hotp(Math.floor(Date.now() / 30_000));

/** What a camera reads off the screen. */
async function readPicture(page: Page): Promise<string> {
  const picture = await page.getByRole("img", { name: /Picture for the camera/ }).screenshot();
  const pixels = await page.evaluate(async (encoded) => {
    const image = await createImageBitmap(
      new Blob([Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0))]),
    );
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawn = canvas.getContext("2d");
    drawn?.drawImage(image, 0, 0);
    const { data, width, height } = drawn?.getImageData(0, 0, image.width, image.height) ?? {};
    return { data: [...(data ?? [])], width: width ?? 0, height: height ?? 0 };
  }, picture.toString("base64"));
  return jsQR(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height)?.data ?? "";
}

test("an administrator resets a colleague's second step; the colleague sets it up anew from the picture", async ({
  page,
  browser,
  baseURL,
}) => {
  const url = baseURL ?? "";
  const [admin, colleague] = [
    person("Rhea Setter", "jurisdiction_admin"),
    person("Cole Phone", "hotline_screener"),
  ];
  const elsewhere = await browser.newContext({ baseURL });
  await enterAs(elsewhere, colleague, url);
  const theirs = await elsewhere.newPage();
  await theirs.goto("/intake");
  await expect(theirs).toHaveURL("/intake");

  await enterAs(page.context(), admin, url);
  await page.goto("/admin/people");
  await page.getByLabel("Name or email").fill("Cole Phone");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText(/^Reset the second step:/)).toHaveCount(1);
  await page.getByText("Reset the second step: Cole Phone").click();
  await page.getByRole("button", { name: "Reset it now" }).click();
  await expect(page.getByRole("alert")).toContainText("Write why you reset");
  await page.getByLabel("Reason").fill("Lost phone, called back");
  await checkWidths(page);
  await page.getByRole("button", { name: "Reset it now" }).click();
  await expect(page.getByRole("status").first()).toContainText("The second step is reset");
  await page.goto("/admin/audit");
  await expect(page.getByRole("row", { name: /Second step of signing in: reset/ }).first()).toContainText(
    "Lost phone, called back",
  );

  await theirs.goto("/intake");
  await theirs.getByLabel("Email").fill(colleague.email);
  await theirs.getByLabel("Password").fill(testPassword);
  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Second step of signing in");
  await checkWidths(theirs);
  const read = new URL(await readPicture(theirs));
  expect(read.searchParams.get("secret")).toBe(
    (await theirs.locator("code.key").innerText()).replaceAll(" ", ""),
  );
  const { base32 } = await import("@better-auth/utils/base32");
  const secret = new TextDecoder().decode(base32.decode(read.searchParams.get("secret") ?? ""));
  await theirs.getByLabel("6-digit code").fill(await codeOf(secret));
  await theirs.getByRole("button", { name: "Turn it on" }).click();
  await theirs.getByRole("link", { name: "I have kept them" }).click();
  await expect(theirs).toHaveURL("/intake");
});
