import sanitizeHtml from "sanitize-html";
import { removeMarks } from "../../kernel/remove-marks";

/** Entities of HTML 4: Latin-1 in the order of its signs, and those that writing programs put in. */
const latin =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const named: ReadonlyMap<string, string> = new Map([
  ...latin.split(" ").map((name, at): [string, string] => [name, String.fromCharCode(160 + at)]),
  ...Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", shy: "" }),
  ...Object.entries({ ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", sbquo: "‚" }),
  ...Object.entries({ bdquo: "„", bull: "•", hellip: "…", trade: "™", euro: "€", prime: "′", Prime: "″" }),
]);

/** One level of entities, decoded once: "&amp;lt;" becomes "&lt;", not "<". */
function decodeOnce(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}[1-4]{0,2}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return named.get(name) ?? named.get(name.toLowerCase()) ?? whole;
      const code = decimal ? Number(decimal) : parseInt(hex ?? "", 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    },
  );
}

/** Tags that begin or end a line: where one stands, so does a space. */
const lines =
  /<\/?(?:address|article|blockquote|br|dd|div|dl|dt|fieldset|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>/gi;
/** "<ana@quayside.example.org>" and "<https://...>" are no tags. */
const addresses = /<((?:https?:\/\/|mailto:|www\.)[^\s<>"]+|[^\s<>@"=/]+@[^\s<>@"]+\.[a-z]{2,})>/gi;

/** A description as it may be shown: no tags, no scripts, entities decoded once, spaces tidied. Text, not HTML. */
export function plainText(raw: string): string {
  const stripped = raw.includes("<")
    ? sanitizeHtml(raw.replace(addresses, "$1").replace(lines, " $&"), {
        allowedTags: [],
        allowedAttributes: {},
        disallowedTagsMode: "discard",
      })
    : raw;
  return removeMarks(decodeOnce(stripped))
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
