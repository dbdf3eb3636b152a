import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";

const acceptable = /^[\w-]{8,64}$/;

/**
 * Gives the request its id and the caller's address. A proxy we trust may have given the id; the address header that
 * sign-in reads is always ours, whatever the client sent.
 */
export function identifyRequest(trustsProxy: boolean): RequestHandler {
  return (req, res, next) => {
    const offered = trustsProxy ? req.get("x-request-id") : undefined;
    const requestId = offered && acceptable.test(offered) ? offered : randomUUID();
    res.locals["requestId"] = requestId;
    res.setHeader("X-Request-Id", requestId);
    req.headers["x-request-id"] = requestId;
    req.headers["x-client-ip"] = req.ip ?? "";
    next();
  };
}
