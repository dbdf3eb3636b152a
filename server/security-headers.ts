import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { inSeconds } from "~/domain/kernel/durations";

export interface HeaderOptions {
  /** Served over https: the browser is told to stay there. */
  secure: boolean;
  /** Vite's development server needs inline styles and a socket. */
  development: boolean;
}

function policyFor({ development }: HeaderOptions) {
  const nonce = (_: unknown, res: unknown) => `'nonce-${String((res as Response).locals["cspNonce"])}'`;
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'strict-dynamic'", nonce],
      styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
      imgSrc: ["'self'", "data:"],
      fontSrc: ["'self'"],
      manifestSrc: ["'self'"],
      frameSrc: ["'self'"],
      connectSrc: development ? ["'self'", "ws:"] : ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
    },
  };
}

/** A page that sends its own policy (the preview of a mail) means it: two policies would both be enforced. */
function onePolicyOnly(res: Response): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => Response;
  Object.assign(res, {
    writeHead: (...args: unknown[]) => {
      const policies = res.getHeader("Content-Security-Policy");
      if (Array.isArray(policies)) res.setHeader("Content-Security-Policy", policies.at(-1) ?? "");
      return writeHead(...args);
    },
  });
}

/** The nonce of the response in `res.locals.cspNonce`, and the headers that go with it. */
export function securityHeaders(options: HeaderOptions): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: policyFor(options),
    strictTransportSecurity: options.secure && { maxAge: inSeconds({ days: 365 }), includeSubDomains: true },
    referrerPolicy: { policy: "no-referrer" },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: "deny" },
  });
  return (req, res, next) => {
    res.locals["cspNonce"] = randomBytes(16).toString("base64");
    res.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    onePolicyOnly(res);
    headers(req, res, next);
  };
}
