import type { Request, RequestHandler } from "express";
import { isOpenData } from "./open-data-address";
import { hereOf } from "./place-request";
import { sendPlainPage } from "./plain-page";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** A machine that signs what it sends comes from elsewhere by nature. */
const openToOtherSites = "/api/mail/events";

export function isUnsafe(req: Request): boolean {
  return !safeMethods.has(req.method);
}

const methods = new Set([...safeMethods, "POST", "PUT", "PATCH", "DELETE"]);

/** Refuses methods that no page has (TRACE, and what WebDAV adds). */
export const guardMethod: RequestHandler = (req, res, next) => {
  if (methods.has(req.method)) return next();
  res.status(405).set("Allow", "GET, HEAD, POST").end();
};

/** An address as the pages match it: letters of either case, escaped or not. */
export const pathOf = (req: Pick<Request, "path">): string => decodeURIComponent(req.path).toLowerCase();

/**
 * Refuses addresses that are not text (broken UTF-8 and NUL), and those whose path could be read as another host or
 * passes what looks at its beginning: "//host/page", "http://host/page".
 */
export const guardAddress: RequestHandler = (req, res, next) => {
  // A harvester's search may hold anything; the API takes out what is no text.
  if (isOpenData(req)) return next();
  try {
    if (decodeURIComponent(req.originalUrl.replaceAll("+", " ")).includes("\0"))
      return sendPlainPage(res, 400);
  } catch {
    return sendPlainPage(res, 400);
  }
  const [path = ""] = req.originalUrl.split("?");
  if (!path.startsWith("/") || /[/\\]{2}/.test(decodeURIComponent(path))) return sendPlainPage(res, 400);
  next();
};

function ownHost(req: Request, publicOrigin: string | undefined): string | undefined {
  const here = req.res && hereOf(req.res);
  if (here && !here.isHome) return new URL(here.origin).host;
  return publicOrigin ? new URL(publicOrigin).host : req.get("host");
}

function isFromHere(req: Request, publicOrigin: string | undefined): boolean {
  const origin = req.get("origin");
  const site = req.get("sec-fetch-site");
  if (origin !== undefined) {
    if (origin === "null") return site === "same-origin";
    return (
      URL.canParse(origin) && new URL(origin).host === ownHost(req, publicOrigin) && site !== "cross-site"
    );
  }
  return site === "same-origin" || site === "none";
}

/** A change must come from a page of the portal; a request that does not say from where it comes is refused. */
export function guardOrigin(publicOrigin: string | undefined): RequestHandler {
  return (req, res, next) => {
    if (!isUnsafe(req) || isOpenData(req) || req.path === openToOtherSites || isFromHere(req, publicOrigin))
      return next();
    sendPlainPage(res, 403);
  };
}
