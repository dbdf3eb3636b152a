import { createHmac, timingSafeEqual } from "node:crypto";
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

/** The first cookie of that name in a Cookie header, decoded; null when absent or not decodable. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(at + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}

/** A Set-Cookie line for the session, with better-auth's attributes. */
export function sessionSetCookie(input: {
  token: string;
  secret: string;
  secure: boolean;
  maxAge: number;
}): string {
  const value = signSessionToken(input.token, input.secret);
  const flags = `Max-Age=${input.maxAge}; Path=/; HttpOnly;${input.secure ? " Secure;" : ""} SameSite=Lax`;
  return `${sessionCookieName(input.secure)}=${value}; ${flags}`;
}
