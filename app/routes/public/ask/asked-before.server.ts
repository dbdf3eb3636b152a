import { parseCookie, stringifySetCookie } from "cookie";
import { publicBase } from "~/paths";

const name = "asked";
const minutes = 30;

/** Whether this device sent this page's form a moment ago: whoever goes back is told so, and sends nothing again. */
export const askedBefore = (request: Request): boolean =>
  parseCookie(request.headers.get("Cookie") ?? "")[name] === "1";

/** Remembers that for half an hour, for the one page and without a word of the family. */
export const askedCookie = (url: URL): string =>
  stringifySetCookie({
    name,
    value: "1",
    path: publicBase() + url.pathname.replace(/\.data$/, ""),
    maxAge: minutes * 60,
    sameSite: "lax",
    httpOnly: true,
    secure: url.protocol === "https:",
  });
