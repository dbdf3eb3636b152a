import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, cookieAfter, demoPassword, demoTotp, makePerson, makePlace, type TestPlace } from "../../tests/setup/auth-people";
import { signInAs } from "../../tests/setup/sign-in";
import { testDatabase, type TestDatabase } from "../../tests/setup/database";
import { authSettings } from "./auth-settings.server";
import { beginTwoStep } from "./begin-two-step.server";
import { changePassword } from "./change-password.server";
import { chooseWorkspace } from "./choose-workspace.server";
import { createDemoPerson } from "./create-demo-person.server";
import { currentCode } from "./current-code.server";
import { enterCode } from "./enter-code.server";
import { listSessions } from "./list-sessions.server";
import { readBackupCodes } from "./read-backup-codes.server";
import { replaceBackupCodes } from "./replace-backup-codes.server";
import { requestPasswordReset } from "./request-password-reset.server";
import { isResetLinkLive, resetPassword } from "./reset-password.server";
import { resolveSession } from "./resolve-session.server";
import { revokeOtherSessions } from "./revoke-other-sessions.server";
import { revokeSession } from "./revoke-session.server";
import type { ResolvedSession } from "./session";
import { signIn } from "./sign-in.server";
import { updatePreferences } from "./update-preferences.server";
import { deriveToken } from "~/domain/kernel/derive-token";
import { Conflict, Invalid, NotFound } from "~/domain/kernel/errors";

let db: TestDatabase;
let harbor: TestPlace;
const email = "dana@harbor.example.org";
const other = "rex@harbor.example.org";
const renewed = "quite another password";

beforeAll(async () => {
  db = await testDatabase();
  harbor = await makePlace(db, "harbor");
});
beforeEach(async () => {
  await db.prisma.membership.deleteMany();
  await db.prisma.user.deleteMany();
  await db.prisma.verification.deleteMany();
  await db.prisma.signInFailure.deleteMany();
  for (const one of [email, other]) await makePerson(db, { email: one, memberships: [{ jurisdictionId: harbor.jurisdictionId, role: "hotline_screener" }] });
});

async function cookieOf(who = email, aal: 1 | 2 = 2): Promise<string> {
  const { name, value } = await signInAs(db.prisma, { email: who, aal }, authSettings().secret);
  return `${name}=${value}`;
}
async function sessionOf(cookie: string): Promise<ResolvedSession> {
  const { session } = await resolveSession({ headers: { cookie } });
  if (!session) throw new Error("nobody");
  return session;
}
const alive = async (cookie: string) => (await resolveSession({ headers: { cookie } })).session !== null;

describe("sessions", () => {
  it("are listed for oneself, one ended, then all others", async () => {
    const [here, there, third, foreign] = [await cookieOf(), await cookieOf(), await cookieOf(), await cookieOf(other)];
    const own = await sessionOf(here);
    const list = await listSessions(own);
    expect(list).toHaveLength(3);
    expect(list.filter((one) => one.current)).toHaveLength(1);
    expect(JSON.stringify(list)).not.toContain("token");
    expect(await revokeSession(own, (await sessionOf(foreign)).sessionId)).toBe(false);
    expect(await revokeSession(own, own.sessionId)).toBe(false);
    expect(await revokeSession(own, "' or 1=1")).toBe(false);
    expect(await revokeSession(own, (await sessionOf(there)).sessionId)).toBe(true);
    expect([await alive(here), await alive(there), await alive(foreign)]).toEqual([true, false, true]);
    expect(await revokeOtherSessions(own)).toBe(1);
    expect([await alive(here), await alive(third), await alive(foreign)]).toEqual([true, false, true]);
  });
  it("keep the chosen workspace, which must be one's own", async () => {
    const cookie = await cookieOf();
    const session = await sessionOf(cookie);
    const foreign = await db.prisma.membership.findFirstOrThrow({ where: { userId: { not: session.userId } } });
    for (const bad of [foreign.id, "x", null, undefined]) await expect(chooseWorkspace(session, bad)).rejects.toThrow(NotFound);
    const second = await db.prisma.membership.create({ data: { userId: session.userId, jurisdictionId: harbor.jurisdictionId, role: "program_manager" } });
    expect((await sessionOf(cookie)).membership).toBeNull();
    await chooseWorkspace(await sessionOf(cookie), second.id);
    expect((await sessionOf(cookie)).membership?.role).toBe("program_manager");
  });
  it("carry the person's own settings", async () => {
    const cookie = await cookieOf();
    await updatePreferences(await sessionOf(cookie), { locale: "es", shortcutsOn: false, largeText: true });
    expect(await sessionOf(cookie)).toMatchObject({ locale: "es", shortcutsOn: false, largeText: true });
    await expect(updatePreferences(await sessionOf(cookie), { locale: "xx", shortcutsOn: false, largeText: true })).rejects.toThrow(Invalid);
  });
});

describe("a changed password", () => {
  it("ends all other sessions and keeps this one's level, workspace and hard end", async () => {
    const [here, there] = [await cookieOf(), await cookieOf()];
    const before = await db.prisma.session.findUniqueOrThrow({ where: { id: (await sessionOf(here)).sessionId } });
    const lines = await changePassword(new Headers({ cookie: here }), { currentPassword: demoPassword, newPassword: renewed });
    const after = cookieAfter(lines, here);
    expect([await alive(here), await alive(there), await alive(after)]).toEqual([false, false, true]);
    const row = await db.prisma.session.findUniqueOrThrow({ where: { id: (await sessionOf(after)).sessionId } });
    expect(row).toMatchObject({ aal: 2, hardExpiresAt: before.hardExpiresAt });
    expect((await signIn(new Headers(), { email, password: renewed })).outcome).toBe("code");
  });
  it("needs the one of now, a long enough new one, and waits after five wrong ones", async () => {
    const headers = new Headers({ cookie: await cookieOf() });
    const wrong = { currentPassword: "not the password", newPassword: renewed };
    await expect(changePassword(headers, { ...wrong, newPassword: "short" })).rejects.toMatchObject({ fieldErrors: { newPassword: ["password_short"] } });
    for (let n = 0; n < 5; n += 1) await expect(changePassword(headers, wrong)).rejects.toMatchObject({ fieldErrors: { currentPassword: ["password_wrong"] } });
    await expect(changePassword(headers, { ...wrong, currentPassword: demoPassword })).rejects.toThrow(Conflict);
  });
});

describe("password reset", () => {
  const mails = async () => (await db.owner.query("select id, to_user_id, params from outbox_message where template = 'password-reset' order by created_at, id")).rows as { to_user_id: string; params: { resetId: string } }[];
  const lastToken = async () => deriveToken(authSettings().secret, "password-reset", (await mails()).at(-1)?.params.resetId ?? "");

  it("answers the same, in the same time, whether or not there is an account", async () => {
    const before = (await mails()).length;
    const timed = async (who: string) => { const at = performance.now(); const answer = await requestPasswordReset(who); return { answer, took: performance.now() - at }; };
    const [known, unknown, nonsense] = [await timed(email), await timed("nobody@harbor.example.org"), await timed("not an address")];
    expect(known.answer).toEqual(unknown.answer);
    for (const one of [unknown, nonsense]) expect(Math.abs(known.took - one.took)).toBeLessThan(60);
    expect((await mails()).length).toBe(before + 1);
    expect(await db.prisma.verification.count()).toBe(1);
  });
  it("sets the password once, ends every session, lifts the wait, and asks for the second step as ever", async () => {
    const cookie = await cookieOf();
    for (let n = 0; n < 6; n += 1) await signIn(new Headers(), { email, password: "wrong-one" });
    await requestPasswordReset(email.toUpperCase());
    const token = await lastToken();
    expect(await isResetLinkLive(token)).toBe(true);
    expect(await resetPassword(token, "short")).toBe(false);
    expect(await resetPassword(token, renewed)).toBe(true);
    expect(await alive(cookie)).toBe(false);
    expect(await resetPassword(token, "another password again")).toBe(false);
    expect(await isResetLinkLive(token)).toBe(false);
    expect((await signIn(new Headers(), { email, password: renewed })).outcome).toBe("code");
  });
  it("keeps the link's secret nowhere: not in outbox, job or verification", async () => {
    await requestPasswordReset(email);
    const token = await lastToken();
    const tables = await db.owner.query("select (select json_agg(v) from verification v)::text as v, (select json_agg(o) from outbox_message o)::text as o, (select json_agg(j.data) from pgboss.job j)::text as j");
    expect(JSON.stringify(tables.rows)).not.toContain(token);
    expect(tables.rows[0].j).toContain("outboxId");
  });
  it("ends after an hour, and mails at most three at a time", async () => {
    const before = (await mails()).length;
    for (let n = 0; n < 5; n += 1) await requestPasswordReset(email);
    expect((await mails()).length - before).toBe(3);
    const token = await lastToken();
    await db.prisma.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await isResetLinkLive(token)).toBe(false);
    expect(await resetPassword(token, renewed)).toBe(false);
    expect(await resetPassword("made-up", renewed)).toBe(false);
  });
  it("mails nothing to who has no role any more", async () => {
    const before = (await mails()).length;
    await db.prisma.membership.updateMany({ data: { endedAt: new Date() } });
    await requestPasswordReset(email);
    expect((await mails()).length).toBe(before);
  });
});

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
    const { code = "" } = (await currentCode(email, { now: new Date(), secret: authSettings().secret })) ?? {};
    expect((await enterCode(new Headers({ cookie }), code === "000000" ? "111111" : "000000")).outcome).toBe("wrong");
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
    await db.prisma.$transaction((tx) => writeTwoStep(tx, { userId, totpSecret: demoTotp, verified: true, secret }));
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
    const person = { name: "Dana Rivers", email, password: demoPassword, totpSecret: demoTotp, memberships: [{ jurisdictionId: harbor.jurisdictionId, role: "hotline_screener" as const }] };
    const again = await db.prisma.$transaction((tx) => createDemoPerson(tx, person));
    expect(await db.prisma.membership.count({ where: { userId: again.userId } })).toBe(1);
    const found = await currentCode(email, { now: new Date(), secret: authSettings().secret });
    expect(found?.code).toBe(await codeOf());
    expect(await currentCode("nobody@x.example", { now: new Date(), secret: authSettings().secret })).toBeNull();
  });
});
