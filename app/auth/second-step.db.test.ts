import { beforeEach, describe, expect, it } from "vitest";
import { codeOf, cookieAfter, demoPassword, demoTotp, makePlace } from "../../tests/setup/auth-people";
import { authDesk, email, other, withTwoScreeners } from "../../tests/setup/auth-desk";
import { testDatabase } from "../../tests/setup/database";
import { authSettings } from "./auth-settings.server";
import { beginTwoStep } from "./begin-two-step.server";
import { createDemoPerson } from "./create-demo-person.server";
import { currentCode } from "./current-code.server";
import { enterCode } from "./enter-code.server";
import { readBackupCodes } from "./read-backup-codes.server";
import { replaceBackupCodes } from "./replace-backup-codes.server";
import { signIn } from "./sign-in.server";
import { Conflict, Invalid } from "~/domain/kernel/errors";

const db = await testDatabase();
const harbor = await makePlace(db, "harbor");
const { cookieOf, sessionOf, alive } = authDesk(db);
withTwoScreeners(db, harbor);

describe("setting up the second step", () => {
  beforeEach(async () => {
    await db.prisma.twoFactor.deleteMany();
    await db.prisma.user.updateMany({ data: { twoFactorEnabled: false } });
  });
  it("shows the same key until a code fits, then never again, and raises the session", async () => {
    const first = await signIn(new Headers(), { email, password: demoPassword });
    const cookie = cookieAfter(first.setCookies);
    const session = await sessionOf(cookie);
    expect(session.aal).toBe(1);
    const setUp = await beginTwoStep(session);
    expect(await beginTwoStep(session)).toEqual(setUp);
    expect(setUp.link).toMatch(/^otpauth:\/\/totp\/Upstream:/);
    const stored = await db.prisma.twoFactor.findFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain(setUp.keyText.replaceAll(" ", ""));
    const { code = "" } =
      (await currentCode(email, { now: new Date(), secret: authSettings().secret })) ?? {};
    expect((await enterCode(new Headers({ cookie }), code === "000000" ? "111111" : "000000")).outcome).toBe(
      "wrong",
    );
    expect((await sessionOf(cookie)).aal).toBe(1);
    const done = await enterCode(new Headers({ cookie }), code);
    expect(done.outcome).toBe("in");
    const raised = await sessionOf(cookieAfter(done.setCookies, cookie));
    expect(raised).toMatchObject({ aal: 2, twoFactorEnabled: true });
    expect(await alive(cookie)).toBe(false);
    await expect(beginTwoStep(raised)).rejects.toThrow(Conflict);
    expect((await readBackupCodes(raised)).codes).toHaveLength(10);
    const step = cookieAfter((await signIn(new Headers(), { email, password: demoPassword })).setCookies);
    expect((await enterCode(new Headers({ cookie: step }), code)).outcome).toBe("used");
  });
  it("shows backup codes only to who has just signed in; new ones cost the password and end the old", async () => {
    const secret = authSettings().secret;
    await db.prisma.user.deleteMany({ where: { email: other } }).catch(() => undefined);
    const { writeTwoStep } = await import("./write-two-step.server");
    const { id: userId } = await db.prisma.user.findUniqueOrThrow({ where: { email } });
    await db.prisma.$transaction((tx) =>
      writeTwoStep(tx, { userId, totpSecret: demoTotp, verified: true, secret }),
    );
    await db.prisma.user.updateMany({ data: { twoFactorEnabled: true } });
    const cookie = await cookieOf();
    const fresh = await readBackupCodes(await sessionOf(cookie));
    await db.prisma.session.updateMany({ data: { createdAt: new Date(Date.now() - 11 * 60_000) } });
    expect(await readBackupCodes(await sessionOf(cookie))).toEqual({ left: 10, codes: null });
    await expect(replaceBackupCodes(new Headers({ cookie }), "not it")).rejects.toThrow(Invalid);
    const renewedCodes = await replaceBackupCodes(new Headers({ cookie }), demoPassword);
    expect(renewedCodes).toHaveLength(10);
    expect(renewedCodes.some((code) => fresh.codes?.includes(code))).toBe(false);
  });
});

describe("demo people", () => {
  it("can be signed in with the command's code, and are made once", async () => {
    const person = {
      name: "Dana Rivers",
      email,
      password: demoPassword,
      totpSecret: demoTotp,
      memberships: [{ jurisdictionId: harbor.jurisdictionId, role: "hotline_screener" as const }],
    };
    const again = await db.arrange.$transaction((tx) => createDemoPerson(tx, person));
    expect(await db.arrange.membership.count({ where: { userId: again.userId } })).toBe(1);
    const found = await currentCode(email, { now: new Date(), secret: authSettings().secret });
    expect(found?.code).toBe(await codeOf());
    expect(
      await currentCode("nobody@x.example", { now: new Date(), secret: authSettings().secret }),
    ).toBeNull();
  });
});
