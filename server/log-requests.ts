import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import pino, { type Logger } from "pino";
import { pinoHttp } from "pino-http";

/** The portal's log: one line a request, kind and place of a fault; never a query, a body, a header, an address. */
export function openLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: ["req.headers", "res.headers", "*.password", "*.email", "*.phone"],
  });
}

/** A path as it may be kept: ids and the tokens of private links are not told apart from each other. */
export function pathForLog(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  return path
    .split("/")
    .map((part) => (/^(?=.*\d)[\w.%~-]{12,}$|^[\w%~-]{24,}$|%|@|^\d+$/.test(part) ? ":id" : part))
    .join("/")
    .replace(/^\/assets\/.*/, "/assets/:file");
}

/** Kind and place of an error; its message may hold what somebody typed. */
export function faultForLog(error: unknown): { name: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const at = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
  const code = (error as { code?: unknown }).code;
  return { name: error.name, ...(typeof code === "string" && { code }), at: at.map((line) => line.trim()) };
}

export function logRequests(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (req: IncomingMessage) => String(req.headers["x-request-id"]),
    wrapSerializers: false,
    serializers: {
      req: (req: IncomingMessage & { id?: unknown; originalUrl?: string }) => ({
        id: req.id,
        method: req.method,
        path: pathForLog(req.originalUrl ?? req.url ?? ""),
      }),
      res: (res: ServerResponse) => ({ status: res.statusCode }),
      err: faultForLog,
    },
    customLogLevel: (_req: IncomingMessage, res: ServerResponse) =>
      res.statusCode >= 500 ? "error" : "info",
    // pino-http would log the error object itself beside our serializer.
    customErrorObject: (_req: IncomingMessage, _res: ServerResponse, error: Error, value: object) => ({
      ...value,
      err: faultForLog(error),
    }),
    autoLogging: { ignore: (req: IncomingMessage) => req.url?.startsWith("/assets/") ?? false },
  }) as unknown as RequestHandler;
}
