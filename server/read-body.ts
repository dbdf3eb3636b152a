import type { IncomingMessage } from "node:http";
import type { Request, RequestHandler } from "express";
import { isUnsafe } from "./guard-requests";
import { isOpenData } from "./open-data-address";
import { sendPlainPage } from "./plain-page";

/** A form, a JSON call. */
const formLimit = 1_000_000;
/** Files to import are streamed to where they are kept, and only there; words of a spreadsheet come in its own encoding. */
const streamed = /^\/admin\/(imports?|translations\/upload|records)\b/;
/** An extract of a state's records has some gigabytes a file; a directory, and words, far less. */
const streamLimitOf = (path: string): number =>
  path.startsWith("/admin/records") ? 40_000_000_000 : 130_000_000;
/** What Node gives a whole request, for those that are no upload: the server itself waits longer (serve-pages.ts). */
const longestForm = 300_000;

class TooLong extends Error {}

async function collect(req: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > formLimit) throw new TooLong();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
  } catch {
    return false;
  }
}

/** The bytes that a form's percent signs stand for. */
function unescapeForm(body: Buffer): Buffer {
  const latin = body
    .toString("latin1")
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(latin, "latin1");
}

function isReadable(body: Buffer, type: string): boolean {
  if (!isText(body)) return false;
  if (type.startsWith("application/x-www-form-urlencoded")) return isText(unescapeForm(body));
  if (type.startsWith("application/json")) return !/\\u0000/i.test(body.toString("latin1"));
  return true;
}

/**
 * Reads the body of a change once, into `res.locals.body`: at most 1 MB (413), and text all through (400), so that
 * no broken byte reaches a page or PostgreSQL. Files for an import stay a stream.
 */
export const readBody: RequestHandler = async (req: Request, res, next) => {
  if (!isUnsafe(req)) return next();
  const type = req.get("content-type")?.toLowerCase() ?? "";
  const length = Number(req.get("content-length") ?? 0);
  const isFile = type.startsWith("multipart/form-data") && streamed.test(req.path);
  if (length > (isFile ? streamLimitOf(req.path) : formLimit)) return sendPlainPage(res, 413);
  if (isFile) return next();
  const late = setTimeout(() => req.destroy(), longestForm);
  try {
    const body = await collect(req);
    if (!isOpenData(req) && !isReadable(body, type)) return sendPlainPage(res, 400);
    res.locals["body"] = body;
    next();
  } catch (error) {
    if (error instanceof TooLong) return sendPlainPage(res, 413);
    next(error);
  } finally {
    clearTimeout(late);
  }
};
