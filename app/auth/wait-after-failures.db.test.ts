import { afterEach, describe, expect, it } from "vitest";
import { demoPassword, makeSignIn, testSecret } from "../../tests/setup/auth-people";
import { testDatabase } from "../../tests/setup/database";
import { countSignInAttempt } from "./count-sign-in-attempt.server";
import { rememberDevice } from "./known-devices";
import { signIn } from "./sign-in.server";

const db = await testDatabase();
const { email, post, forget } = await makeSignIn(db);
afterEach(forget);

describe("waiting after wrong passwords", () => {
  const deviceOf = (whose: string) =>
    rememberDevice(null, whose, { secret: testSecret, secure: false })?.split(";")[0] ?? "";
  const from = (ip: string, cookie = "") => ({ "x-client-ip": ip, ...(cookie && { cookie }) });
  const wrong = (headers: Record<string, string>) =>
    post("/sign-in/email", { email, password: "wrong-one" }, headers).then(({ status }) => status);
  const right = (headers: Record<string, string>) =>
    post("/sign-in/email", { email, password: demoPassword }, headers).then(({ status }) => status);
  const sixTimes = async (headers: Record<string, string>) => {
    const tries: number[] = [];
    for (let n = 0; n < 6; n += 1) tries.push(await wrong(headers));
    return tries;
  };

  it("through the handler: five failures from one place, then 429 there, also with the right password", async () => {
    expect(await sixTimes(from("10.0.0.1"))).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await right(from("10.0.0.1"))).toBe(429);
  });
  it("keeps nobody out who comes from elsewhere, or with a device they have signed in from", async () => {
    await sixTimes(from("10.0.0.1"));
    expect(await right(from("10.0.0.2"))).toBe(200);
    const device = deviceOf(email);
    expect(await right(from("10.0.0.1", device))).toBe(200);
    expect(await right(from("10.0.0.1", deviceOf("other@harbor.example.org")))).toBe(429);
  });
  it("lets a known device guess five times too", async () => {
    const device = deviceOf(email);
    expect(await sixTimes(from("10.0.0.1", device))).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await right(from("10.0.0.1"))).toBe(200);
  });
  it("stops many places together at fifty; the person's own device goes on", async () => {
    const at = (ip: string, cookie = "") => ({
      ...{ email, headers: new Headers(from(ip, cookie)), secret: testSecret, now: new Date() },
    });
    let allowed = 0;
    for (let n = 0; n < 80; n += 1)
      if (await countSignInAttempt(db.prisma, at(`2001:db8:0:${n}::1`))) allowed += 1;
    expect(allowed).toBe(50);
    const device = deviceOf(email);
    expect(await countSignInAttempt(db.prisma, at("203.0.113.9"))).toBe(false);
    expect(await countSignInAttempt(db.prisma, at("203.0.113.9", device))).toBe(true);
  });
  it("takes a whole IPv6 network for one place", async () => {
    const at = (ip: string) => ({
      email,
      headers: new Headers(from(ip)),
      secret: testSecret,
      now: new Date(),
    });
    const tries: boolean[] = [];
    for (let n = 1; n < 7; n += 1) tries.push(await countSignInAttempt(db.prisma, at(`2001:db8::${n}:${n}`)));
    expect(tries).toEqual([true, true, true, true, true, false]);
  });
  it("through auth.api as well, for addresses nobody has too, and not for others meanwhile", async () => {
    const nobody = { email: "nobody@harbor.example.org", password: "wrong-one" };
    const tries = [];
    for (let n = 0; n < 6; n += 1) tries.push((await signIn(new Headers(), nobody)).outcome);
    expect(tries).toEqual(["wrong", "wrong", "wrong", "wrong", "wrong", "waits"]);
    expect((await signIn(new Headers(), { email, password: demoPassword })).outcome).toBe("code");
  });
  it("twenty guesses at once are five guesses", async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => signIn(new Headers(), { email, password: "wrong-one" })),
    );
    expect(all.filter((one) => one.outcome === "wrong")).toHaveLength(5);
  });
  it("ends after 15 minutes, and the right password forgets the failures", async () => {
    for (let n = 0; n < 6; n += 1) await signIn(new Headers(), { email, password: "wrong-one" });
    const rows = await db.prisma.signInFailure.findMany({ orderBy: { lockedUntil: "asc" } });
    expect(rows).toHaveLength(2);
    expect((rows[0]?.lockedUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(14 * 60_000);
    expect(JSON.stringify(rows)).not.toContain("harbor.example");
    await db.prisma.signInFailure.updateMany({ data: { lockedUntil: new Date(Date.now() - 1000) } });
    expect((await signIn(new Headers(), { email, password: demoPassword })).outcome).toBe("code");
    expect(await db.prisma.signInFailure.count()).toBe(0);
  });
});
