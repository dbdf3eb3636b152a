import { database } from "~/db/client.server";
import { systemClock } from "~/domain/kernel/clock";
import type { ResolvedSession } from "./session";

export type SessionOnDevice = {
  id: string;
  /** The session that asks. */
  current: boolean;
  browser: string | null;
  system: string | null;
  signedInAt: Date;
  /** To the minute. */
  lastUsedAt: Date;
};

const browsers: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/CrOS/, "ChromeOS"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Linux/, "Linux"],
];

function firstMatch(names: [RegExp, string][], text: string): string | null {
  return names.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Where a person is signed in now, last used first. */
export async function listSessions(session: ResolvedSession): Promise<SessionOnDevice[]> {
  const now = systemClock.now();
  const rows = await database().prisma.session.findMany({
    where: { userId: session.userId, expiresAt: { gt: now }, hardExpiresAt: { gt: now } },
    orderBy: { updatedAt: "desc" },
    select: { id: true, userAgent: true, createdAt: true, updatedAt: true },
  });
  return rows.map((row) => ({
    id: row.id,
    current: row.id === session.sessionId,
    browser: firstMatch(browsers, row.userAgent ?? ""),
    system: firstMatch(systems, row.userAgent ?? ""),
    signedInAt: row.createdAt,
    lastUsedAt: row.updatedAt,
  }));
}
