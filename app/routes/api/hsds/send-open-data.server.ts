import { createHash } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { publicLoader } from "~/auth/public-page.server";
import { answerHsds, type HsdsAnswer } from "~/interop/hsds/api/answer-hsds.server";
import { HsdsProblem, problemBody } from "~/interop/hsds/api/hsds-problem";
import { readBodyParameters } from "~/interop/hsds/api/read-parameters";
import { publicBase } from "~/paths";

/** For a minute nobody need ask again; after that the ETag says whether anything changed. */
const fresh = "public, max-age=60";

function sendProblem(problem: HsdsProblem): Response {
  const headers = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };
  return new Response(problemBody(problem), {
    status: problem.status,
    headers: problem.status === 405 ? { ...headers, Allow: "GET, HEAD, OPTIONS" } : headers,
  });
}

function isKnown(request: Request, tag: string): boolean {
  const known = request.headers.get("If-None-Match");
  if (!known || request.method === "POST") return false;
  return known
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""))
    .some((one) => one === tag || one === "*");
}

function sendWhole(request: Request, { body, modified }: HsdsAnswer): Response {
  const text = JSON.stringify(body);
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = new Headers({ ETag: tag, "Cache-Control": fresh, "Content-Type": "application/json" });
  if (modified) headers.set("Last-Modified", modified.toUTCString());
  if (isKnown(request, tag)) return new Response(null, { status: 304, headers });
  headers.set("Content-Length", String(Buffer.byteLength(text)));
  return new Response(text, { headers });
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** Lines as they are read, a few hundred in a transaction of their own: a slow reader holds none open. */
function sendLines(args: Args, lines: NonNullable<HsdsAnswer["lines"]>): Response {
  const encoder = new TextEncoder();
  let after: string | null = null;
  const stream = new ReadableStream<Uint8Array>({
    pull: async (to) => {
      try {
        const next = await publicLoader(({ ctx }) => lines(ctx, after))(args);
        if (next.lines) to.enqueue(encoder.encode(next.lines));
        after = next.last;
        if (after === null) to.close();
      } catch (error) {
        to.error(error);
      }
    },
  });
  return new Response(args.request.method === "HEAD" ? null : stream, {
    headers: { "Content-Type": "application/x-ndjson", "Cache-Control": fresh },
  });
}

/** Answers one request of the open-data API as anybody; a refusal is a JSON problem. */
export async function sendOpenData(args: Args): Promise<Response> {
  const { request, params } = args;
  const url = new URL(request.url);
  try {
    const parameters =
      request.method === "POST"
        ? readBodyParameters(url.searchParams, request.headers.get("Content-Type"), await request.text())
        : new Map(url.searchParams);
    const path = [params["list"], params["id"]].filter(Boolean).join("/");
    const asked = { path, method: request.method, parameters, origin: url.origin + publicBase() };
    const answer = await publicLoader(({ ctx }) => answerHsds(ctx, asked))(args);
    return answer.lines ? sendLines(args, answer.lines) : sendWhole(request, answer);
  } catch (error) {
    if (error instanceof HsdsProblem) return sendProblem(error);
    if (error instanceof Response && error.status === 404)
      return sendProblem(new HsdsProblem(404, "There is no directory here."));
    throw error;
  }
}
