import sanitizeHtml from "sanitize-html";
import { removeMarks } from "../../kernel/remove-marks";

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** One level of entities, decoded once: "&amp;lt;" becomes "&lt;", not "<". */
function decodeOnce(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return named[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : parseInt(hex ?? "", 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    },
  );
}

/** A description as it may be shown: no tags, no scripts, entities decoded once, spaces tidied. Text, not HTML. */
export function plainText(raw: string): string {
  const stripped = raw.includes("<")
    ? sanitizeHtml(raw, { allowedTags: [], allowedAttributes: {}, disallowedTagsMode: "discard" })
    : raw;
  return removeMarks(decodeOnce(stripped))
    .replace(/[^\S\n]+/g, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
