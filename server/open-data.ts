import type { RequestHandler, Response } from "express";
import { inSeconds } from "~/domain/kernel/durations";
import type pg from "pg";
import { RateLimiterRes } from "rate-limiter-flexible";
import { keyOf, limiterOn } from "./limit-rate";
import { isOpenData, sendOpenDataProblem } from "./open-data-address";

/** A harvester may read this many answers of one address. */
export const harvestReads = 10_000;
const harvestSeconds = 600;

const exposed = "ETag, Last-Modified, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset";

function allowOtherSites(res: Response): void {
  res.setHeader("Access-Control-Allow-Origin", "*");
  res.setHeader("Access-Control-Expose-Headers", exposed);
  res.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
}

/** What a page of another site asks before it reads. */
function answerPreflight(res: Response): void {
  res.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
  res.setHeader("Access-Control-Allow-Headers", "Content-Type, If-None-Match, Accept");
  res.setHeader("Access-Control-Max-Age", String(inSeconds({ days: 1 })));
  res.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
  res.status(204).end();
}

function tellLimit(res: Response, points: number, { remainingPoints, msBeforeNext }: RateLimiterRes): void {
  res.setHeader("RateLimit-Limit", String(points));
  res.setHeader("RateLimit-Remaining", String(remainingPoints));
  res.setHeader("RateLimit-Reset", String(Math.ceil(msBeforeNext / 1_000)));
}

/**
 * What a request to the open data goes through before the API: other sites may read, only reading methods, at most `reads`
 * answers in ten minutes from one address. 0 reads is no limit (benchmarks).
 */
export function guardOpenData(pool: pg.Pool, reads: number): RequestHandler {
  const limiter = limiterOn(pool, {
    keyPrefix: "harvest",
    points: Math.max(1, reads),
    duration: harvestSeconds,
  });
  return async (req, res, next) => {
    if (!isOpenData(req)) return next();
    allowOtherSites(res);
    if (req.method === "OPTIONS") return answerPreflight(res);
    if (!["GET", "HEAD", "POST"].includes(req.method)) {
      res.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
      return sendOpenDataProblem(res, 405);
    }
    if (req.path.split("/").filter(Boolean).length > 3) return sendOpenDataProblem(res, 404);
    if (reads === 0) return next();
    try {
      tellLimit(res, reads, await limiter.consume(keyOf(req.ip)));
      next();
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) return next(refusal);
      tellLimit(res, reads, refusal);
      res.setHeader("Retry-After", String(Math.ceil(refusal.msBeforeNext / 1_000)));
      sendOpenDataProblem(res, 429);
    }
  };
}
