import { createHash, timingSafeEqual } from "node:crypto";
import { type RequestHandler, Router } from "express";
import type pg from "pg";
import { Registry } from "prom-client";
import { readBacklog } from "./read-backlog";
import { measureRequests, readRequestMetrics } from "./request-metrics";

const hash = (words: string) => createHash("sha256").update(words).digest();

/** Whoever does not say the token meets an address like any that is not there. */
function guard(token: string): RequestHandler {
  const expected = hash(`Bearer ${token}`);
  return (req, _res, next) =>
    timingSafeEqual(hash(req.get("authorization") ?? ""), expected) ? next() : next("router");
}

/** /metrics for Prometheus, and the counting that it tells. */
export function answerMetrics(pool: pg.Pool, token: string): Router {
  const router = Router();
  router.get("/metrics", guard(token), async (_req, res) => {
    res.setHeader("Cache-Control", "no-store");
    const read = Promise.all([readRequestMetrics(), readBacklog(pool).catch(() => null)]);
    const [requests, backlog] = await read;
    if (requests === null) return void res.status(503).end();
    // Without its database the portal still tells how it answers.
    res
      .set("Content-Type", Registry.PROMETHEUS_CONTENT_TYPE)
      .send([requests, backlog].filter(Boolean).join("\n"));
  });
  router.use(measureRequests);
  return router;
}
