import { describe, expect, it } from "vitest";
import { cookieAfter, demoPassword, makePlace } from "../../tests/setup/auth-people";
import { authDesk, email, other, withTwoScreeners } from "../../tests/setup/auth-desk";
import { testDatabase } from "../../tests/setup/database";
import { changePassword } from "./change-password.server";
import { chooseWorkspace } from "./choose-workspace.server";
import { listSessions } from "./list-sessions.server";
import { revokeOtherSessions } from "./revoke-other-sessions.server";
import { revokeSession } from "./revoke-session.server";
import { signIn } from "./sign-in.server";
import { updatePreferences } from "./update-preferences.server";
import { Conflict, Invalid, NotFound } from "~/domain/kernel/errors";

const db = await testDatabase();
const harbor = await makePlace(db, "harbor");
const { cookieOf, sessionOf, alive } = authDesk(db);
const renewed = "quite another password";
withTwoScreeners(db, harbor);

describe("sessions", () => {
  it("are listed for oneself, one ended, then all others", async () => {
    const [here, there, third, foreign] = [
      await cookieOf(),
      await cookieOf(),
      await cookieOf(),
      await cookieOf(other),
    ];
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
    const foreign = await db.arrange.membership.findFirstOrThrow({
      where: { userId: { not: session.userId } },
    });
    for (const bad of [foreign.id, "x", null, undefined])
      await expect(chooseWorkspace(session, bad)).rejects.toThrow(NotFound);
    const second = await db.arrange.membership.create({
      data: { userId: session.userId, jurisdictionId: harbor.jurisdictionId, role: "program_manager" },
    });
    expect((await sessionOf(cookie)).membership).toBeNull();
    await chooseWorkspace(await sessionOf(cookie), second.id);
    expect((await sessionOf(cookie)).membership?.role).toBe("program_manager");
  });
  it("carry the person's own settings", async () => {
    const cookie = await cookieOf();
    await updatePreferences(await sessionOf(cookie), { locale: "es", shortcutsOn: false, largeText: true });
    expect(await sessionOf(cookie)).toMatchObject({ locale: "es", shortcutsOn: false, largeText: true });
    await expect(
      updatePreferences(await sessionOf(cookie), { locale: "xx", shortcutsOn: false, largeText: true }),
    ).rejects.toThrow(Invalid);
  });
});

describe("a changed password", () => {
  it("ends all other sessions and keeps this one's level, workspace and hard end", async () => {
    const [here, there] = [await cookieOf(), await cookieOf()];
    const before = await db.prisma.session.findUniqueOrThrow({
      where: { id: (await sessionOf(here)).sessionId },
    });
    const lines = await changePassword(new Headers({ cookie: here }), {
      currentPassword: demoPassword,
      newPassword: renewed,
    });
    const after = cookieAfter(lines, here);
    expect([await alive(here), await alive(there), await alive(after)]).toEqual([false, false, true]);
    const row = await db.prisma.session.findUniqueOrThrow({
      where: { id: (await sessionOf(after)).sessionId },
    });
    expect(row).toMatchObject({ aal: 2, hardExpiresAt: before.hardExpiresAt });
    expect((await signIn(new Headers(), { email, password: renewed })).outcome).toBe("code");
  });
  it("needs the one of now, a long enough new one, and waits after five wrong ones", async () => {
    const headers = new Headers({ cookie: await cookieOf() });
    const wrong = { currentPassword: "not the password", newPassword: renewed };
    await expect(changePassword(headers, { ...wrong, newPassword: "short" })).rejects.toMatchObject({
      fieldErrors: { newPassword: ["password_short"] },
    });
    for (let n = 0; n < 5; n += 1)
      await expect(changePassword(headers, wrong)).rejects.toMatchObject({
        fieldErrors: { currentPassword: ["password_wrong"] },
      });
    await expect(changePassword(headers, { ...wrong, currentPassword: demoPassword })).rejects.toThrow(
      Conflict,
    );
  });
});
