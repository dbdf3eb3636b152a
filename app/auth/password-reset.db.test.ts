import { describe, expect, it, vi } from "vitest";
import { makePlace } from "../../tests/setup/auth-people";
import { authDesk, email, other, withTwoScreeners } from "../../tests/setup/auth-desk";
import { testDatabase } from "../../tests/setup/database";
import { authSettings } from "./auth-settings.server";
import { requestPasswordReset } from "./request-password-reset.server";
import { isResetLinkLive, resetPassword } from "./reset-password.server";
import { signIn } from "./sign-in.server";
import { deriveToken } from "~/domain/kernel/derive-token";

const db = await testDatabase();
const harbor = await makePlace(db, "harbor");
const { cookieOf, alive } = authDesk(db);
const renewed = "quite another password";
withTwoScreeners(db, harbor);

const reset = (token: string, password: string) => resetPassword(token, password, new Headers());

describe("password reset", () => {
  const mails = async () =>
    (
      await db.owner.query(
        "select id, to_user_id, params from outbox_message where template = 'password-reset' order by created_at, id",
      )
    ).rows as { to_user_id: string; params: { resetId: string } }[];
  const lastToken = async () =>
    deriveToken(authSettings().secret, "password-reset", (await mails()).at(-1)?.params.resetId ?? "");

  /** The mail's work goes on behind the answer. */
  const askAndWait = async (who: string) => {
    const before = (await mails()).length;
    await requestPasswordReset(who);
    await vi.waitFor(async () => expect((await mails()).length).toBe(before + 1), 5_000);
  };
  /** Long enough for a mail that must not come. */
  const askInVain = async (who: string) => {
    const before = (await mails()).length;
    await requestPasswordReset(who);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await mails()).length).toBe(before);
  };

  it("answers the same, in the same time, whether or not there is an account", async () => {
    const took = async (who: string) => {
      const times: number[] = [];
      for (let n = 0; n < 3; n += 1) {
        const at = performance.now();
        expect(await requestPasswordReset(who)).toBeUndefined();
        times.push(performance.now() - at);
      }
      return times.sort((a, b) => a - b)[1] ?? 0;
    };
    await askAndWait(email);
    const [known, unknown, nonsense] = [
      await took(other),
      await took("nobody@x.example.org"),
      await took("not one"),
    ];
    expect(Math.min(known, unknown, nonsense)).toBeGreaterThan(395);
    for (const one of [unknown, nonsense]) expect(Math.abs(known - one)).toBeLessThan(100);
    await askInVain("nobody@harbor.example.org");
  });
  it("sets the password once, ends every session, lifts the wait, and asks for the second step as ever", async () => {
    const cookie = await cookieOf();
    for (let n = 0; n < 6; n += 1) await signIn(new Headers(), { email, password: "wrong-one" });
    await askAndWait(email.toUpperCase());
    const token = await lastToken();
    expect(await isResetLinkLive(token)).toBe(true);
    expect(await reset(token, "short")).toBe(null);
    const done = await reset(token, renewed);
    expect(done?.setCookies).toEqual([expect.stringContaining("upstream.devices=")]);
    expect(await alive(cookie)).toBe(false);
    expect(await reset(token, "another password again")).toBe(null);
    expect(await isResetLinkLive(token)).toBe(false);
    expect((await signIn(new Headers(), { email, password: renewed })).outcome).toBe("code");
  });
  it("keeps the link's secret nowhere: not in outbox, job or verification", async () => {
    await askAndWait(email);
    const token = await lastToken();
    const tables = await db.owner.query(
      "select (select json_agg(v) from verification v)::text as v, (select json_agg(o) from outbox_message o)::text as o, (select json_agg(j.data) from pgboss.job j)::text as j",
    );
    expect(JSON.stringify(tables.rows)).not.toContain(token);
    expect(tables.rows[0].j).toContain("outboxId");
  });
  it("ends after an hour, and mails at most three at a time", async () => {
    for (let n = 0; n < 3; n += 1) await askAndWait(email);
    await askInVain(email);
    const token = await lastToken();
    await db.prisma.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await isResetLinkLive(token)).toBe(false);
    expect(await reset(token, renewed)).toBe(null);
    expect(await reset("made-up", renewed)).toBe(null);
  });
  it("mails nothing to who has no role any more", async () => {
    await db.arrange.membership.updateMany({ data: { endedAt: new Date() } });
    await askInVain(email);
  });
});
