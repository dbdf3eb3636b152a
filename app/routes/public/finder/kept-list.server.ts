import { parseCookie, stringifySetCookie } from "cookie";
import { publicBase } from "~/paths";

/** Counties under words of one host keep each their own. */
const nameHere = () => `kept${publicBase().replaceAll("/", "_")}`;
const keptAtMost = 30;

/** The programs this device keeps, by the words of their addresses. Nothing of a person is in the cookie. */
export function readKept(request: Request): string[] {
  const text = parseCookie(request.headers.get("Cookie") ?? "")[nameHere()] ?? "";
  return [...new Set(text.split(".").filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug)))].slice(0, keptAtMost);
}

/** The cookie that keeps these programs for 30 days; none empties it. */
export function keptCookie(slugs: readonly string[], url: URL): string {
  const value = [...new Set(slugs)]
    .filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug))
    .slice(0, keptAtMost)
    .join(".");
  const maxAge = value === "" ? 0 : 30 * 24 * 3600;
  const secure = url.protocol === "https:";
  const name = nameHere();
  return stringifySetCookie({ name, value, path: "/", maxAge, sameSite: "lax", httpOnly: true, secure });
}
