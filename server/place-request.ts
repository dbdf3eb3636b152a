import type { Request, RequestHandler, Response } from "express";
import { findHere, type Here, isPublicPath } from "~/auth/here.server";
import { isOwnHost, ownOrigin } from "./own-origin";
import { sendPlainPage } from "./plain-page";

/** The host that people typed: a proxy that is trusted says it. It is compared with what is configured, and built into nothing. */
function askedHost(req: Request): string {
  const trusts = req.app.get("trust proxy fn") as (address: string, hop: number) => boolean;
  const said = trusts(req.socket.remoteAddress ?? "", 0) ? req.get("x-forwarded-host") : undefined;
  return (said ?? req.get("host") ?? "").split(",", 1)[0]?.trim() ?? "";
}

/** Where the request came in, as placeRequest found it. */
export const hereOf = (res: Response): Here | undefined => res.locals["here"] as Here | undefined;

/**
 * Finds the jurisdiction whose address was asked, and takes its word off the path: what comes after reads the path as if
 * there were one jurisdiction. A host that is nobody's is told so.
 */
export function placeRequest(publicOrigin: string | undefined): RequestHandler {
  return async (req, res, next) => {
    try {
      const host = askedHost(req);
      const isOwn = isOwnHost(req, host, publicOrigin);
      const here = await findHere({ host, path: req.url, isOwn, home: ownOrigin(req, publicOrigin) });
      if (!here) return sendPlainPage(res, 404);
      res.locals["here"] = here;
      if (here.prefix) req.url = req.url.slice(here.prefix.length).replace(/^(?!\/)/, "/");
      next();
    } catch (error) {
      next(error);
    }
  };
}

/** Desks and accounts stand at the origin alone: under a jurisdiction's word, they lead there. After guardAddress. */
export const leaveWord: RequestHandler = (req, res, next) => {
  if (!hereOf(res)?.prefix || isPublicPath(req.url)) return next();
  if (req.method === "GET" || req.method === "HEAD") return res.redirect(302, req.url);
  sendPlainPage(res, 404);
};
