import { pathTo } from "~/paths";
/**
 * A path of this portal to go to after sign-in, or the fallback. Takes only what a browser can read in one way:
 * one leading slash, no backslash, no control character, no scheme. Never the sign-in pages themselves.
 */
export function ownPath(wanted: unknown, fallback = pathTo("/choose")): string {
  if (typeof wanted !== "string" || wanted.length > 500) return fallback;
  if (!/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(wanted)) return fallback;
  const here = "http://own.invalid";
  let url: URL;
  try {
    url = new URL(wanted, here);
  } catch {
    return fallback;
  }
  if (url.origin !== here || url.pathname.startsWith("//")) return fallback;
  if (/^\/(sign-in|sign-out|forgot|reset|api)(\/|$)/.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}
