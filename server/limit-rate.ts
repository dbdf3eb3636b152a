import { createHash } from "node:crypto";
import type { RequestHandler } from "express";
import type pg from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { isUnsafe } from "./guard-requests";
import { sendPlainPage } from "./plain-page";

const signIn = /^\/(sign-in|api\/auth|invitation|reset|check)/;

/** An address is kept as a hash and for one minute only. */
function keyOf(ip: string | undefined): string {
  return createHash("sha256")
    .update(ip ?? "")
    .digest("base64url")
    .slice(0, 22);
}

function limiterOn(pool: pg.Pool, keyPrefix: string, points: number) {
  const rule = { keyPrefix, points, duration: 60 };
  return new RateLimiterPostgres({
    ...rule,
    storeClient: pool,
    storeType: "pool",
    schemaName: "limits",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: true,
    inMemoryBlockOnConsumed: points,
    inMemoryBlockDuration: 10,
    // When the database is away the portal counts for itself.
    insuranceLimiter: new RateLimiterMemory(rule),
  });
}

/**
 * Changes per minute from one address: `perMinute` in all, a tenth of it for signing in. Generous, because a call
 * centre is one address. 0 switches it off (benchmarks).
 */
export function limitRate(pool: pg.Pool, perMinute: number): RequestHandler {
  if (perMinute === 0) return (_req, _res, next) => next();
  const changes = limiterOn(pool, "change", perMinute);
  const signIns = limiterOn(pool, "sign-in", Math.ceil(perMinute / 10));
  return async (req, res, next) => {
    if (!isUnsafe(req)) return next();
    try {
      await (signIn.test(req.path) ? signIns : changes).consume(keyOf(req.ip));
      next();
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) sendPlainPage(res, 429);
      else next(refusal);
    }
  };
}
