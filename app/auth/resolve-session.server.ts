import type { IncomingHttpHeaders } from "node:http";
import { database } from "~/db/client.server";
import { systemClock } from "~/domain/kernel/clock";
import { authSettings } from "./auth-settings.server";
import { readSessionFromCookie, type SessionRead } from "./read-session.server";

/**
 * Who is calling: the session of a request's cookie, or null. When `setCookie` is not null the answer must carry
 * that Set-Cookie line, for the idle clock has moved. One statement in PostgreSQL; two once a minute.
 */
export function resolveSession(request: { headers: IncomingHttpHeaders }): Promise<SessionRead> {
  const { secret, secure } = authSettings();
  const sources = { pool: database().pool, secret, secure, clock: systemClock };
  return readSessionFromCookie(sources, request.headers.cookie);
}
