import { createHmac, timingSafeEqual } from "node:crypto";
import { stringifySetCookie } from "cookie";
import { sessionCookieName } from "./session-policy";

/** HMAC-SHA256 in base64, as better-call's signCookieValue makes it. */
function signature(token: string, secret: string): string {
  return createHmac("sha256", secret).update(token).digest("base64");
}

/** The cookie's value for a session token: the token and its signature, URL-encoded. */
export function signSessionToken(token: string, secret: string): string {
  return encodeURIComponent(`${token}.${signature(token, secret)}`);
}

/** The token of a signed value, or null unless the signature is ours. Compares in constant time. */
export function readSignedToken(value: string, secret: string): string | null {
  const dot = value.lastIndexOf(".");
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const wanted = Buffer.from(signature(token, secret));
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null;
}

/** A Set-Cookie line for the session, with better-auth's attributes. */
export function sessionSetCookie(input: {
  token: string;
  secret: string;
  secure: boolean;
  maxAge: number;
}): string {
  return stringifySetCookie(
    {
      name: sessionCookieName(input.secure),
      value: signSessionToken(input.token, input.secret),
      maxAge: input.maxAge,
      path: "/",
      httpOnly: true,
      secure: input.secure,
      sameSite: "lax",
    },
    { encode: (encoded) => encoded },
  );
}
