import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/server-runtime";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { standingAt } from "~/auth/here.server";
import { resolveSession } from "~/auth/resolve-session.server";
import { isUnsafe } from "./guard-requests";
import { narrowBuild } from "./narrow-build";
import { isOpenData } from "./open-data-address";
import { hereOf } from "./place-request";
import { sendPlainPage } from "./plain-page";
import { ownOrigin } from "./own-origin";

export interface RemixOptions {
  build: ServerBuild | (() => Promise<ServerBuild>);
  mode: string;
  /** What people type; without it this machine's own address. */
  publicOrigin: string | undefined;
  isDatabaseUp(): Promise<boolean>;
}

/** Open data knows no session and sets no cookie. */
const nobody = { session: null, setCookie: null };

/**
 * guardOrigin has checked where a change comes from. Under `no-referrer` browsers post forms with "Origin: null", and
 * behind a proxy Host is not what people typed: Remix's own comparison would refuse both.
 */
function toHeaders(req: ExpressRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (name.startsWith(":") || name === "origin") continue;
    for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  }
  return headers;
}

function toRequest(req: ExpressRequest, res: ExpressResponse, publicOrigin: string | undefined): Request {
  const url = new URL(req.url, hereOf(res)?.origin ?? ownOrigin(req, publicOrigin));
  const gone = new AbortController();
  res.on("close", () => {
    if (!res.writableFinished) gone.abort();
  });
  const init: RequestInit & { duplex?: "half" } = {
    method: req.method,
    headers: toHeaders(req),
    signal: gone.signal,
  };
  if (isUnsafe(req)) {
    const body = res.locals["body"] as Buffer | undefined;
    init.body = body ? new Uint8Array(body) : createReadableStreamFromReadable(req);
    if (!body) init.duplex = "half";
  }
  return new Request(url, init);
}

/** What somebody signed in was shown stays in no browser: the next person at the desk presses Back. */
async function send(res: ExpressResponse, answer: Response, signedIn: boolean): Promise<void> {
  if (signedIn && !answer.headers.has("Cache-Control")) res.setHeader("Cache-Control", "private, no-store");
  res.statusMessage = answer.statusText;
  res.status(answer.status);
  for (const [name, value] of answer.headers) res.append(name, value);
  if (answer.body) await writeReadableStreamToWritable(answer.body, res);
  else res.end();
}

type Handle = ReturnType<typeof createRequestHandler>;

/** Remix over the whole build, or over the one route that an address means; each is made once. */
function handlersOf({ build, mode }: RemixOptions): (url: string) => Handle {
  const whole = createRequestHandler(build, mode);
  if (typeof build === "function") return () => whole;
  const narrow = narrowBuild(build);
  const made = new Map<string, Handle>();
  return (url) => {
    const page = narrow(url.split("?")[0] ?? "");
    if (!page) return whole;
    const handle = made.get(page.id) ?? createRequestHandler(page.build, mode);
    made.set(page.id, handle);
    return handle;
  };
}

/**
 * Hands the request to Remix with who is calling. An answer that failed because the database is away becomes the
 * plain 503 page; any other failure stays what Remix made of it (a page without stack trace).
 */
export function answerWithRemix(options: RemixOptions): RequestHandler {
  const handlerOf = handlersOf(options);
  return async (req, res, next) => {
    try {
      const { session, setCookie } = isOpenData(req) ? nobody : await resolveSession(req);
      const here = hereOf(res);
      const context: AppLoadContext = {
        cspNonce: String(res.locals["cspNonce"]),
        requestId: String(res.locals["requestId"]),
        clientIp: req.ip ?? "",
        session,
        ...(here && { here }),
      };
      const handle = handlerOf(req.url);
      const ask = () => handle(toRequest(req, res, options.publicOrigin), context);
      const answer = await (here ? standingAt(here, ask) : ask());
      if (answer.status === 500 && !(await options.isDatabaseUp())) return sendPlainPage(res, 503);
      if (answer.status === 500 && isOpenData(req)) return sendPlainPage(res, 500);
      if (setCookie) res.append("Set-Cookie", setCookie);
      await send(res, answer, session !== null);
    } catch (error) {
      next(error);
    }
  };
}
