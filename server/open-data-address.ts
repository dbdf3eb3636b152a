import type { Request, Response } from "express";

const address = /^\/hsds(\/|$)/;

/** The directory as open data: read from anywhere, by anybody, without a session. */
export const isOpenData = (req: Pick<Request, "path">): boolean => address.test(req.path);

const titles: Readonly<Record<number, string>> = {
  400: "Bad request",
  403: "Forbidden",
  404: "Not found",
  405: "Method not allowed",
  413: "Content too large",
  429: "Too many requests",
  500: "Internal error",
  503: "Service unavailable",
};

/** A refusal before the API is reached, as a machine reads it (RFC 9457). */
export function sendOpenDataProblem(res: Response, status: number): void {
  const title = titles[status] ?? "Error";
  res.status(status);
  res.setHeader("Content-Type", "application/problem+json");
  res.setHeader("Cache-Control", "no-store");
  if (status === 413) res.setHeader("Connection", "close");
  if (status === 503 && !res.hasHeader("Retry-After")) res.setHeader("Retry-After", "5");
  res.end(JSON.stringify({ type: "about:blank", title, status, detail: `${title}.` }));
}
