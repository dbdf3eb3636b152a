import { createHash } from "node:crypto";
import type { RequestHandler } from "express";
import type pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { isUnsafe, pathOf } from "./guard-requests";
import { isOpenData } from "./open-data-address";
import { sendPlainPage } from "./plain-page";

/** A family's request to be contacted: its steps, and mails that follow. */
const asks = /^\/\w+\/programs\/[^/]+\/ask/;
const signIn = /^\/(sign-in|api\/auth|invitation|reset|check)/;

/** An address is kept as a hash, and no longer than its limit counts. */
export function keyOf(ip: string | undefined): string {
  return createHash("sha256")
    .update(ip ?? "")
    .digest("base64url")
    .slice(0, 22);
}

/** `points` in `duration` seconds, counted for all processes together. */
export function limiterOn(pool: pg.Pool, rule: { keyPrefix: string; points: number; duration: number }) {
  return new RateLimiterPostgres({
    ...rule,
    storeClient: pool,
    storeType: "pool",
    schemaName: "limits",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: true,
    inMemoryBlockOnConsumed: rule.points,
    inMemoryBlockDuration: 10,
    // When the database is away the portal counts for itself.
    insuranceLimiter: new RateLimiterMemory(rule),
  });
}

/**
 * Changes per minute from one address: `perMinute` in all, a tenth of it for signing in, a thirtieth for requests of families. Generous, because a call
 * centre is one address. 0 switches it off (benchmarks).
 */
export function limitRate(pool: pg.Pool, perMinute: number): RequestHandler {
  if (perMinute === 0) return (_req, _res, next) => next();
  const limiter = (keyPrefix: string, share: number) =>
    limiterOn(pool, { keyPrefix, points: Math.ceil(perMinute / share), duration: 60 });
  const changes = limiter("change", 1);
  const signIns = limiter("sign-in", 10);
  const requests = limiter("ask", 30);
  const limiterOf = (path: string) => (signIn.test(path) ? signIns : asks.test(path) ? requests : changes);
  return async (req, res, next) => {
    if (!isUnsafe(req) || isOpenData(req)) return next();
    try {
      await limiterOf(pathOf(req)).consume(keyOf(req.ip));
      next();
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) sendPlainPage(res, 429);
      else next(refusal);
    }
  };
}
