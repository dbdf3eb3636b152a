import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  codeOf,
  cookieAfter,
  demoPassword,
  makePerson,
  makePlace,
  testAuth,
  testSecret,
  type TestPlace,
} from "../../tests/setup/auth-people";
import { testDatabase, type TestDatabase } from "../../tests/setup/database";
import { enterCode } from "./enter-code.server";
import { database } from "~/db/client.server";
import { type Clock, fixedClock, systemClock } from "~/domain/kernel/clock";
import { resolveSession } from "./resolve-session.server";
import { readSessionFromCookie } from "./read-session.server";
import { sessionCookieName } from "./session-policy";
import { signIn } from "./sign-in.server";
import { signOut } from "./sign-out.server";

let db: TestDatabase;
let harbor: TestPlace;
let cookie: string;
const email = "dana@harbor.example.org";
const minutes = (count: number): Clock => fixedClock(new Date(Date.now() + count * 60_000).toISOString());

beforeAll(async () => {
  db = await testDatabase();
  harbor = await makePlace(db, "harbor");
  await makePerson(db, {
    email,
    memberships: [
      {
        jurisdictionId: harbor.jurisdictionId,
        role: "provider_worker",
        organizationId: harbor.organizationId,
        teamName: "Home team",
      },
    ],
  });
});
beforeEach(async () => {
  await db.prisma.totpUsed.deleteMany();
  await db.prisma.session.deleteMany();
  const first = await signIn(new Headers(), { email, password: demoPassword });
  const step = cookieAfter(first.setCookies);
  cookie = cookieAfter((await enterCode(new Headers({ cookie: step }), await codeOf())).setCookies, step);
});

const read = (
  header: string | undefined,
  clock: Clock = systemClock,
  secret = process.env.SESSION_SECRET ?? testSecret,
) => readSessionFromCookie({ pool: database().pool, secret, secure: false, clock }, header);

describe("who is calling", () => {
  it("is read from the cookie that better-auth made", async () => {
    const { session, setCookie } = await resolveSession({ headers: { cookie } });
    expect(session).toMatchObject({
      name: "Dana Rivers",
      email,
      locale: "en",
      shortcutsOn: true,
      largeText: false,
      aal: 2,
      twoFactorEnabled: true,
      membership: {
        role: "provider_worker",
        jurisdictionId: harbor.jurisdictionId,
        jurisdictionSlug: "harbor",
        jurisdictionTitle: "harbor referrals",
        crisisPhone: null,
        timeZone: "America/New_York",
        organizationId: harbor.organizationId,
        organizationName: "harbor Family Center",
        teamName: "Home team",
      },
    });
    expect(session?.createdAt).toBeInstanceOf(Date);
    expect(setCookie).toBeNull();
  });
  it("has better-auth's own cookie name, plain and over https", async () => {
    const context = await testAuth(db).$context;
    expect(context.authCookies.sessionToken.name).toBe(sessionCookieName(false));
    expect(sessionCookieName(true)).toBe("__Secure-upstream.session_token");
  });
  it("better-auth reads the session that we slid, and agrees", async () => {
    const later = await read(cookie, minutes(2));
    const moved = cookieAfter([later.setCookie ?? ""], cookie);
    const theirs = await testAuth(db).api.getSession({ headers: new Headers({ cookie: moved }) });
    expect(theirs?.session.id).toBe(later.session?.sessionId);
  });
  it("takes one statement, and two at most once a minute", async () => {
    let statements = 0;
    const counting = {
      query: (...args: unknown[]) => {
        statements += 1;
        return (database().pool.query as (...all: unknown[]) => unknown).apply(database().pool, args);
      },
    };
    const sources = {
      pool: counting as never,
      secret: process.env.SESSION_SECRET ?? testSecret,
      secure: false,
    };
    const at = async (clock: Clock) => {
      statements = 0;
      await readSessionFromCookie({ ...sources, clock }, cookie);
      return statements;
    };
    expect([
      await at(systemClock),
      await at(minutes(2)),
      await at(minutes(2.5)),
      await at(minutes(3.1)),
    ]).toEqual([1, 2, 1, 2]);
  });
});

describe("is nobody", () => {
  const nobody = { session: null, setCookie: null };
  it.each([
    undefined,
    "",
    "a=b",
    "upstream.session_token=",
    "upstream.session_token=x",
    "upstream.session_token=.",
    "upstream.session_token=%E0%A4%A",
    `upstream.session_token=${"x".repeat(9000)}.y`,
  ])("for the cookie %s", async (header) => expect(await read(header)).toEqual(nobody));
  it("for the token of the database without its signature, or signed with another secret", async () => {
    const { token } = await db.prisma.session.findFirstOrThrow();
    expect(await read(`upstream.session_token=${token}`)).toEqual(nobody);
    expect(
      await read(`upstream.session_token=${token}.${Buffer.from("0".repeat(32)).toString("base64")}`),
    ).toEqual(nobody);
    expect(await read(cookie, systemClock, "another-secret-of-at-least-32-characters")).toEqual(nobody);
  });
  it("for a signature moved to another token, or cut", async () => {
    const value = decodeURIComponent(cookie.split("session_token=")[1] ?? "");
    const signature = value.slice(value.lastIndexOf(".") + 1);
    expect(await read(`upstream.session_token=${encodeURIComponent(`other.${signature}`)}`)).toEqual(nobody);
    expect(await read(`upstream.session_token=${encodeURIComponent(value.slice(0, -2))}`)).toEqual(nobody);
  });
  it("after 30 idle minutes, and each use within them counts anew", async () => {
    expect((await read(cookie, minutes(29))).session).not.toBeNull();
    expect((await read(cookie, minutes(58))).session).not.toBeNull();
    expect(await read(cookie, minutes(89))).toEqual(nobody);
  });
  it("after 12 hours, however busy", async () => {
    for (let at = 25; at < 720; at += 25) expect((await read(cookie, minutes(at))).session).not.toBeNull();
    const last = await read(cookie, minutes(719));
    expect(last.session).not.toBeNull();
    const row = await db.prisma.session.findFirstOrThrow();
    expect(row.expiresAt).toEqual(row.hardExpiresAt);
    expect(await read(cookie, minutes(721))).toEqual(nobody);
  });
  it("past the hard end for better-auth's own calls too", async () => {
    await db.prisma.session.updateMany({
      data: { expiresAt: new Date(Date.now() - 1000), hardExpiresAt: new Date(Date.now() - 1000) },
    });
    expect(await testAuth(db).api.getSession({ headers: new Headers({ cookie }) })).toBeNull();
  });
  it("without a hard end", async () => {
    await db.prisma.session.updateMany({ data: { hardExpiresAt: null } });
    expect(await read(cookie)).toEqual(nobody);
  });
  it("after signing out", async () => {
    const cleared = await signOut(new Headers({ cookie, origin: "http://localhost:3000" }));
    expect(cookieAfter(cleared, cookie)).not.toContain("session_token");
    expect(await read(cookie)).toEqual(nobody);
  });
});

describe("the workspace in use", () => {
  it("is none when the role was ended, and none of several until one is chosen", async () => {
    await db.arrange.membership.updateMany({ data: { endedAt: new Date() } });
    expect((await read(cookie)).session).toMatchObject({ membership: null, memberships: [] });
    await db.arrange.membership.updateMany({ data: { endedAt: null } });
    const { userId } = await db.prisma.session.findFirstOrThrow();
    const second = await db.arrange.membership.create({
      data: { userId, jurisdictionId: harbor.jurisdictionId, role: "program_manager" },
    });
    const open = await read(cookie);
    expect(open.session?.membership).toBeNull();
    expect(open.session?.memberships).toHaveLength(2);
    await db.prisma.session.updateMany({ data: { membershipId: second.id } });
    expect((await read(cookie)).session?.membership?.role).toBe("program_manager");
    await db.arrange.membership.deleteMany({ where: { id: second.id } });
    expect((await read(cookie)).session?.membership?.role).toBe("provider_worker");
  });
});
