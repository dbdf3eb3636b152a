import { afterEach, describe, expect, it } from "vitest";
import { codeOf, cookieAfter, demoPassword, makeSignIn } from "../../tests/setup/auth-people";
import { testDatabase } from "../../tests/setup/database";
import { enterCode } from "./enter-code.server";
import { signIn } from "./sign-in.server";

const db = await testDatabase();
const { auth, email, post, forget } = await makeSignIn(db);
afterEach(forget);

async function challenge(): Promise<string> {
  const answer = await post("/sign-in/email", { email, password: demoPassword });
  expect(await answer.json()).toMatchObject({ twoFactorRedirect: true });
  return cookieAfter(answer.headers.getSetCookie());
}

describe("password", () => {
  it("is kept as argon2id, 19 MiB, 2 passes, 1 lane", async () => {
    const account = await db.prisma.account.findFirstOrThrow();
    expect(account.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
  it("alone gives no session to who has a second step, and no cookie that is one", async () => {
    const cookie = await challenge();
    expect(cookie).not.toContain("session_token");
    expect(await db.prisma.session.count()).toBe(0);
  });
  it("refuses the same way whether the address or the password is wrong", async () => {
    const wrong = await post("/sign-in/email", { email, password: "not-the-password" });
    const unknown = await post("/sign-in/email", {
      email: "nobody@harbor.example.org",
      password: "not-the-password",
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
    expect(await signIn(new Headers(), { email, password: "no" })).toEqual(
      await signIn(new Headers(), { email: "x@y.example", password: "no" }),
    );
  });
  it("a session lasts 30 minutes idle and 12 hours at most, though the client asks not to be remembered", async () => {
    await db.prisma.user.updateMany({ data: { twoFactorEnabled: false } });
    const answer = await post("/sign-in/email", { email, password: demoPassword, rememberMe: false });
    await db.prisma.user.updateMany({ data: { twoFactorEnabled: true } });
    expect(answer.headers.getSetCookie().join()).toMatch(
      /upstream\.session_token=[^;]+; Max-Age=1800; Path=\/; HttpOnly; SameSite=Lax/,
    );
    const row = await db.prisma.session.findFirstOrThrow();
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBeLessThanOrEqual(1_801_000);
    expect((row.hardExpiresAt?.getTime() ?? 0) - row.createdAt.getTime()).toBe(12 * 3600 * 1000);
    expect(row).toMatchObject({ aal: 1, authMethod: "password" });
  });
});

describe("closed doors", () => {
  it.each([
    ["/sign-up/email", { email: "new@x.example", password: demoPassword, name: "New" }],
    ["/request-password-reset", { email }],
    ["/change-email", { newEmail: "a@b.example" }],
    ["/delete-user", {}],
    ["/two-factor/disable", { password: demoPassword }],
    ["/update-user", { name: "x" }],
    ["/sso/register", {}],
    ["/organization/create", {}],
  ])("%s answers 404 over HTTP", async (path, body) => {
    expect((await post(path, body)).status).toBe(404);
  });
  it("public sign-up is off for calls from the server as well", async () => {
    const body = { email: "new@x.example", password: demoPassword, name: "New" };
    await expect(auth.api.signUpEmail({ body })).rejects.toThrow();
    expect(await db.prisma.user.count()).toBe(1);
  });
  it("refuses a foreign origin, a form from elsewhere, and a foreign way back", async () => {
    const foreign = { origin: "https://evil.example", cookie: "a=b" };
    expect((await post("/sign-in/email", { email, password: demoPassword }, foreign)).status).toBe(403);
    const away = { email, password: demoPassword, callbackURL: "https://evil.example/" };
    expect((await post("/sign-in/email", away)).status).toBe(403);
    expect(await db.prisma.session.count()).toBe(0);
  });
});

describe("second step", () => {
  it("a code opens a session of level 2 that keeps address and browser", async () => {
    const cookie = await challenge();
    const answer = await post(
      "/two-factor/verify-totp",
      { code: await codeOf(), trustDevice: true },
      { cookie, "x-client-ip": "203.0.113.7", "user-agent": "Test" },
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).not.toContain("trust_device");
    expect(await db.prisma.session.findFirstOrThrow()).toMatchObject({
      aal: 2,
      authMethod: "password+totp",
      ipAddress: "203.0.113.7",
      userAgent: "Test",
    });
  });
  it("a code counts once, through the handler", async () => {
    const code = await codeOf();
    const [one, other] = [await challenge(), await challenge()];
    expect((await post("/two-factor/verify-totp", { code }, { cookie: one })).status).toBe(200);
    const replay = await post("/two-factor/verify-totp", { code }, { cookie: other });
    expect(replay.status).toBe(401);
    expect(cookieAfter(replay.headers.getSetCookie())).not.toContain("session_token");
    expect(await db.prisma.session.count()).toBe(1);
  });
  it("a code counts once, through auth.api, also at the same time", async () => {
    const code = await codeOf(undefined, 1);
    const cookies = [await challenge(), await challenge()];
    const outcomes = await Promise.all(cookies.map((cookie) => enterCode(new Headers({ cookie }), code)));
    expect(outcomes.map((one) => one.outcome).sort()).toEqual(["in", "used"]);
    expect(await db.prisma.session.count()).toBe(1);
  });
  it("ten backup codes, each good once", async () => {
    const { userId } = await db.prisma.twoFactor.findFirstOrThrow();
    const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId } });
    expect(new Set(backupCodes).size).toBe(10);
    const [code = ""] = backupCodes;
    const first = await enterCode(new Headers({ cookie: await challenge() }), code.replace("-", " "));
    expect(first.outcome).toBe("in");
    expect(await db.prisma.session.findFirstOrThrow()).toMatchObject({
      aal: 2,
      authMethod: "password+backup-code",
    });
    expect((await enterCode(new Headers({ cookie: await challenge() }), code)).outcome).toBe("wrong");
    expect((await auth.api.viewBackupCodes({ body: { userId } })).backupCodes).toHaveLength(9);
    const stored = await db.prisma.twoFactor.findFirstOrThrow();
    expect(stored.backupCodes).not.toContain(backupCodes[5]);
  });
  it("waits after five wrong codes, over several password steps", async () => {
    const wrong = String((Number(await codeOf()) + 7) % 1_000_000).padStart(6, "0");
    for (let n = 0; n < 5; n += 1)
      expect((await enterCode(new Headers({ cookie: await challenge() }), wrong)).outcome).toBe("wrong");
    expect((await enterCode(new Headers({ cookie: await challenge() }), await codeOf())).outcome).toBe(
      "waits",
    );
    expect(await db.prisma.session.count()).toBe(0);
  });
  it("without the password step there is nothing to enter a code for", async () => {
    expect((await enterCode(new Headers(), await codeOf())).outcome).toBe("again");
  });
});
