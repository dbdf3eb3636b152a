import path from "node:path";
import compression from "compression";
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from "express";
import type pg from "pg";
import type { Logger } from "pino";
import { answerHealth, type Health } from "./answer-health";
import { guardAddress, guardMethod, guardOrigin, pathOf } from "./guard-requests";
import { identifyRequest } from "./identify-request";
import { limitRate } from "./limit-rate";
import { faultForLog, logRequests } from "./log-requests";
import { guardOpenData, harvestReads } from "./open-data";
import { answerMetrics } from "./metrics/answer-metrics";
import { leaveWord, placeRequest } from "./place-request";
import { sendPlainPage } from "./plain-page";
import { readBody } from "./read-body";
import { securityHeaders } from "./security-headers";
import { sendWords } from "./send-words";

export interface PortalOptions {
  log: Logger;
  pool: pg.Pool;
  health: Health;
  publicOrigin: string | undefined;
  trustProxy: number;
  /** Changes per minute and address; 0 is no limit. */
  changesPerMinute: number;
  /** Reads of the open data in ten minutes from one address; 10,000 when not said, 0 is no limit. */
  harvestReads?: number;
  /** Who may read /metrics; without it there is none, and nothing is counted. */
  metricsToken?: string | undefined;
  development: boolean;
  /** The built client files; null in development. */
  clientFolder: string | null;
  /** Vite's own in development. */
  before?: RequestHandler;
  /** The pages. */
  pages: RequestHandler;
}

/** Compressed answers tell their length: not where a secret stands beside what the caller sent (BREACH). */
const plain = /^\/(sign-in|account|invitation|reset)/;

function compress(req: Request, res: Response): boolean {
  return !plain.test(pathOf(req)) && compression.filter(req, res);
}

function serveFiles(folder: string): RequestHandler[] {
  const assets = path.join(folder, "assets");
  return [
    // Names carry a hash of what is in them.
    express
      .Router()
      .use("/assets", express.static(assets, { immutable: true, maxAge: "1y", fallthrough: false })),
    // Only a name with an ending can be a file: pages are not looked for on the disk.
    express.Router().get(/\.(?!data$)\w+$/, express.static(folder, { maxAge: "1h", index: false })),
  ];
}

function answerFault({ log, health }: PortalOptions): ErrorRequestHandler {
  return async (error: unknown, _req, res, _next) => {
    const status = (error as { status?: unknown }).status;
    // A file outside of its folder is as absent as one that is not there.
    if (status === 404 || status === 403) return void res.status(404).end();
    if (status === 400) return sendPlainPage(res, 400);
    const up = await health.isDatabaseUp();
    log.error({ requestId: res.locals["requestId"], fault: faultForLog(error) }, "request failed");
    sendPlainPage(res, up ? 500 : 503);
  };
}

/** The portal over HTTP: what every request goes through before its page, and what it meets when that fails. */
export function createPortal(options: PortalOptions): Express {
  const portal = express();
  portal.disable("x-powered-by");
  // Nobody reads req.query: pages read the address themselves.
  portal.set("query parser", false);
  portal.set("trust proxy", options.trustProxy);
  portal.use(identifyRequest(options.trustProxy > 0));
  portal.use(answerHealth(options.health));
  if (options.metricsToken) portal.use(answerMetrics(options.pool, options.metricsToken));
  portal.use(logRequests(options.log));
  portal.use(
    securityHeaders({
      secure: options.publicOrigin?.startsWith("https:") ?? false,
      development: options.development,
    }),
  );
  portal.use(placeRequest(options.publicOrigin));
  // Without a limit on changes (benchmarks) there is none on reads.
  portal.use(
    guardOpenData(options.pool, options.harvestReads ?? (options.changesPerMinute === 0 ? 0 : harvestReads)),
  );
  portal.use(guardMethod);
  portal.use(guardAddress);
  portal.use(leaveWord);
  portal.use(compression({ filter: compress }));
  if (options.clientFolder) portal.use(...serveFiles(options.clientFolder));
  portal.use(sendWords);
  if (options.before) portal.use(options.before);
  portal.use(guardOrigin(options.publicOrigin));
  portal.use(limitRate(options.pool, options.changesPerMinute));
  portal.use(readBody);
  portal.use(options.pages);
  portal.use(answerFault(options));
  return portal;
}
