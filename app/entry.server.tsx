import { createHash, randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { type AppLoadContext, type EntryContext, type HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { parseCookie } from "cookie";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { languageOfRequest } from "./locales/language-of-request.server";
import { removeMarks } from "./domain/kernel/remove-marks";
import type { Language } from "./locales/languages";
import { translatorFor } from "./locales/translator.server";
import { wordsFile } from "./locales/words-file.server";
import { mailLeaves } from "./notify/mail-leaves.server";
import { publicBase } from "./paths";
import { PageFactsProvider, type PageFacts } from "./ui/page/page-facts";

export const streamTimeout = 10_000;

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** set by server.ts for each response; the same value stands in the Content-Security-Policy header */
    cspNonce?: string;
    /** set by server.ts: who is signed in, and by how many steps */
    session?: { userId: string; aal: number } | null;
  }
  interface Future {
    v3_singleFetch: true;
  }
}

/** Draws the whole page before sending it: loaders defer nothing, so status and words are final and no half page is ever sent. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const language = languageOfRequest(request);
  const nonce = loadContext.cspNonce;
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <PageFactsProvider value={factsOf(request, language, loadContext)}>
        <I18nextProvider i18n={translatorFor(language)}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
        </I18nextProvider>
      </PageFactsProvider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(late);
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", language);
          headers.append("Vary", "Cookie, Accept-Language");
          pipe(
            collect((page) => {
              resolve(new Response(page, { headers, status: failed ? 500 : status }));
            }),
          );
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          logFailure(error);
        },
      },
    );
    const late = setTimeout(abort, streamTimeout).unref();
  });
}

/** The pieces of a page, as one. */
function collect(done: (body: Uint8Array<ArrayBuffer>) => void): Writable {
  const parts: Uint8Array[] = [];
  return new Writable({
    write(part: Uint8Array, _encoding, next) {
      parts.push(withoutGap(part));
      next();
    },
    final(next) {
      done(withoutMarks(Buffer.concat(parts)));
      next();
    },
  });
}

/**
 * React 18 leaves NUL bytes at the end of a piece where a letter of several bytes ("–", "ñ") did not fit (react#24985);
 * a browser shows them as "\uFFFD". A page never holds a NUL of its own.
 */
function withoutGap(piece: Uint8Array): Uint8Array {
  let end = piece.length;
  while (end > 0 && piece[end - 1] === 0) end -= 1;
  return piece.subarray(0, end);
}

/** The bytes of the signs that removeMarks removes: a page that has none is sent as it is. */
const marked = /\xd8\x9c|\xe2(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0\xa6-\xa9])|\xef\xbb\xbf/;

/** What people and sources wrote is shown without signs that make it read otherwise than it is; ours hold none. */
function withoutMarks(page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  return marked.test(page.toString("latin1"))
    ? Buffer.from(removeMarks(page.toString("utf8")), "utf8")
    : page;
}

const markOf = (userId: string) => createHash("sha256").update(userId).digest("base64url").slice(0, 16);

function factsOf(
  request: Request,
  language: Language,
  { cspNonce: nonce, session }: AppLoadContext,
): PageFacts {
  const { shortcuts, text } = parseCookie(request.headers.get("Cookie") ?? "");
  return {
    nonce,
    formKey: randomUUID(),
    person: session && session.aal >= 2 ? markOf(session.userId) : undefined,
    shortcuts: shortcuts !== "off",
    textSize: text === "large" ? "large" : "normal",
    publicBase: publicBase(),
    mailStays: !mailLeaves(),
    wordsPath: (wanted) => wordsFile(language, wanted).path,
  };
}

/** Kind and place of a failure, never its message, address or data: those can hold a family's words. */
function logFailure(error: unknown): void {
  const known = error instanceof Error ? error : new Error("unknown");
  const place = known.stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 6)
    .map((line) => line.trim());
  console.error(JSON.stringify({ level: 50, msg: "request failed", error: known.name, place }));
}

export const handleError: HandleErrorFunction = (error, { request }) => {
  const expected = isRouteErrorResponse(error) && error.status < 500;
  if (!request.signal.aborted && !expected) logFailure(error);
};
