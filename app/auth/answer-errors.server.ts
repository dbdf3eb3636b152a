import { data } from "@remix-run/node";
import { Conflict, DomainError, Invalid } from "~/domain/kernel/errors";

const unreachableCodes = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "57P01",
  "57P03",
]);

/** True when the database did not answer, as against an answer we did not like. */
function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string" && unreachableCodes.has(code)) return true;
  return /ECONNREFUSED|terminating connection|Connection terminated|timeout exceeded when trying to connect/.test(
    error.message,
  );
}

/** A refusal as a page answers it: 404, 403 or 503, without a word about the row. Other errors pass through. */
export function asResponse(error: unknown): unknown {
  if (error instanceof DomainError && error.code === "not_found") return new Response(null, { status: 404 });
  if (error instanceof DomainError && error.code === "forbidden") return new Response(null, { status: 403 });
  if (isDatabaseGone(error)) return new Response(null, { status: 503, headers: { "Retry-After": "5" } });
  return error;
}

export type Refusal = { ok: false; errors: Record<string, string[]>; conflict: string | null };

/** A refused form: 422 with the messages by field, or 409 with a code. Throws what is not a refusal of a form. */
export function answerRefusal(error: unknown) {
  if (error instanceof Invalid) {
    const refusal: Refusal = { ok: false, errors: error.fieldErrors, conflict: null };
    return data(refusal, { status: 422 });
  }
  if (error instanceof Conflict) {
    const refusal: Refusal = { ok: false, errors: {}, conflict: error.message };
    return data(refusal, { status: 409 });
  }
  throw asResponse(error);
}

/** As answerRefusal, with what was typed: without script the page is drawn anew, and nothing typed may be lost. */
export function answerRefusedForm(error: unknown, typed: Record<string, string>) {
  const { data: refusal, init } = answerRefusal(error);
  return data({ ...refusal, typed }, init ?? {});
}
