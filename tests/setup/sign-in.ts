import { randomBytes } from "node:crypto";
import type { PrismaClient } from "../../app/db/generated/client";
import { hardSeconds, idleSeconds, sessionCookieName } from "../../app/auth/session-policy";
import { signSessionToken } from "../../app/auth/sign-session-cookie";

export type SessionCookie = { name: string; value: string };

/**
 * Signs a seeded person in without the pages: a real session row of level 2 and its signed cookie. `secret` is the
 * portal's SESSION_SECRET (in a data folder: the file `secret`). Browser: `context.addCookies([{ ...cookie, url }])`;
 * a request: header `cookie: name=value`.
 */
export async function signInAs(
  prisma: PrismaClient,
  person: { email: string; membershipId?: string; aal?: 1 | 2; secure?: boolean },
  secret: string,
): Promise<SessionCookie> {
  const user = await prisma.user.findUniqueOrThrow({ where: { email: person.email } });
  const token = randomBytes(24).toString("base64url");
  const now = Date.now();
  const { aal = 2, membershipId, secure = false } = person;
  await prisma.session.create({
    data: {
      token,
      userId: user.id,
      aal,
      authMethod: aal === 2 ? "password+totp" : "password",
      membershipId: membershipId ?? null,
      expiresAt: new Date(now + idleSeconds * 1000),
      hardExpiresAt: new Date(now + hardSeconds * 1000),
      userAgent: "Test browser",
    },
  });
  return { name: sessionCookieName(secure), value: signSessionToken(token, secret) };
}
