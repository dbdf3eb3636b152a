import { stringifySetCookie } from "cookie";
import { inSeconds } from "~/domain/kernel/durations";

const yearInSeconds = inSeconds({ days: 365 });

/** The Set-Cookie line that keeps a choice of this device (language, shortcuts, text size) for a year. */
export function choiceCookie(name: string, value: string, secure: boolean): string {
  return stringifySetCookie({ name, value, path: "/", maxAge: yearInSeconds, sameSite: "lax", secure });
}
