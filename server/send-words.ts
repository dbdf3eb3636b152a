import type { RequestHandler } from "express";
import { readWordsAddress } from "~/locales/words-file.server";

/**
 * Words of a page's script, kept by browsers for a year under a name that changes with them. A page of an earlier version
 * gets the words of this one, which nobody keeps.
 */
export const sendWords: RequestHandler = (req, res, next) => {
  if (!req.path.startsWith("/words/") || (req.method !== "GET" && req.method !== "HEAD")) return next();
  const file = readWordsAddress(req.path);
  if (!file) return void res.status(404).end();
  res.setHeader("Cache-Control", file.exact ? "public, max-age=31536000, immutable" : "no-store");
  res.type("text/javascript").send(file.script);
};
