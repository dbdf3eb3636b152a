import { stringifySetCookie } from "cookie";

const yearInSeconds = 31_536_000;

/** The Set-Cookie line that keeps a choice of this device (language, shortcuts, text size) for a year. */
export function choiceCookie(name: string, value: string, secure: boolean): string {
  return stringifySetCookie({ name, value, path: "/", maxAge: yearInSeconds, sameSite: "lax", secure });
}
