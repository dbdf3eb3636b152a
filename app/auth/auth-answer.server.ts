import { APIError } from "better-auth/api";

/** How better-auth refused a call: its HTTP status and code. */
export type AuthRefusal = { status: number; code: string; setCookies: string[] };

/** The refusal in an error of auth.api; anything else is thrown on. */
export function refusalOf(error: unknown): AuthRefusal {
  if (!(error instanceof APIError)) throw error;
  const code = typeof error.body?.code === "string" ? error.body.code : "";
  return { status: error.statusCode, code, setCookies: new Headers(error.headers).getSetCookie() };
}

/** Headers for a page's answer that carry each Set-Cookie line on its own. */
export function cookieHeaders(setCookies: readonly string[]): Headers {
  const headers = new Headers();
  for (const line of setCookies) headers.append("Set-Cookie", line);
  return headers;
}
