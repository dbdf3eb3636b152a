import type { ReadValue } from "./read-value";

const address = /[^\s@,;<>()"']+@[^\s@,;<>()"']+\.[a-z]{2,}/gi;

/** An e-mail address, out of whatever stands around it: "mailto:", a name, brackets; of several the first. */
export function readEmail(raw: string): ReadValue {
  const text = raw
    .trim()
    .replace(/^mailto:/i, "")
    .replace(/\?.*$/, "");
  if (text === "") return { value: null };
  const [first, ...others] = [...text.matchAll(address)].map(([found]) => found.replace(/^mailto:/i, ""));
  if (first === undefined || first.length >= 320)
    return {
      value: null,
      lost: true,
      note: { reason: "not an e-mail address; left out", code: "bad_email" },
    };
  if (others.length > 0)
    return { value: first, note: { reason: "several addresses; the first is kept", code: "several_emails" } };
  return { value: first };
}
