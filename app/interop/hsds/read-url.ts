import type { ReadValue } from "./read-value";

const longest = 2_000;
const bad: ReadValue = {
  value: null,
  lost: true,
  note: { reason: "not a web address; left out", code: "bad_url" },
};
type Note = NonNullable<ReadValue["note"]>;
const first: Note = { reason: "several addresses; the first is kept", code: "several_urls" };
const repaired: Note = { reason: "a web address that was mistyped was repaired", code: "repaired_url" };
const completed: Note = { reason: "without https://, which was put in front", code: "url_without_scheme" };

/** The first of several addresses in one cell. */
function firstOf(text: string): string {
  const parts = text
    .split(/\s*[;|\n]\s*|\s*,\s+|\s+(?=(?:https?:|www\.))|,(?=https?:|www\.)/i)
    .filter(Boolean);
  return parts[0] ?? text;
}

/** What fingers do to a scheme: "http//", "http:/", "http:///", "https://https://", "htp://". */
function withoutSlips(text: string): string {
  if (/^https?:\/\/(?!https?:)[^/]/i.test(text)) return text;
  return text
    .replace(/^(?:https?:\/*)+(?=https?:\/*)/i, "")
    .replace(/^h?t+ps?:?\/+(?=\w)/i, (scheme) => (/s/i.test(scheme) ? "https://" : "http://"));
}

function readable(full: string): boolean {
  try {
    const url = new URL(full);
    const isWeb = url.protocol.startsWith("http");
    // "ana@quayside.example.org" would be read as a visitor's name and a host.
    return !isWeb || (url.hostname.includes(".") && url.username === "");
  } catch {
    return false;
  }
}

/** A web address that a browser may open; one without its scheme is completed, one that was mistyped repaired. */
export function readUrl(raw: string): ReadValue {
  const given = raw
    .trim()
    .replace(/^<(.*)>$/, "$1")
    .replace(/[\s`'"]+$/, "");
  if (given === "") return { value: null };
  const one = firstOf(given);
  const text = withoutSlips(one);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  const hasScheme = scheme !== undefined && !/^[a-z0-9.-]+:\d/i.test(text);
  if (hasScheme && !["http", "https", "mailto", "tel", "ftp"].includes(scheme)) return bad;
  if (!hasScheme && /^[^/]*@/.test(text)) return bad;
  const full = hasScheme ? text : `https://${text.replace(/^\/\//, "")}`;
  if (text.length > longest || /\s/.test(text) || !readable(full)) return bad;
  const note = one !== given ? first : text !== one ? repaired : hasScheme ? undefined : completed;
  return note ? { value: full, note } : { value: full };
}
