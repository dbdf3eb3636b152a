/** What a number that somebody wrote down means to whoever dials it. */
export interface DialledNumber {
  /** Digits to dial, with a plus where the country is said. */
  digits: string;
  /** A number for texts: by its length, or because the words say so. */
  isText: boolean;
  /** What is to be texted ("HOME"). */
  word: string | null;
  /** In the number's own words ("x12"). */
  extension: string | null;
  /** The number without the words of its extension. */
  bare: string;
}

const keys: Readonly<Record<string, string>> = Object.fromEntries(
  ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"].flatMap((letters, at) =>
    [...letters].map((letter) => [letter, String(at + 2)]),
  ),
);
const texting =
  /^(?:text|txt|sms)\s+(?:the\s+word\s+)?["“]?([a-z0-9]{1,20})["”]?\s+to\s+([\d\s().-]{3,20})$/i;
const label = /^[a-z][a-z\s./&-]*?\s*[:\s–-]\s*(?=[(+\d])/i;
const extended =
  /^(.*\d.*?)[\s,;]*(?:;ext=|\b(?:ext|extension|extensión|opt|option)\b\.?|(?<=[\d\s),])x\.?|#)\s*[:.]?\s*([a-z0-9-]{1,12})\s*$/i;
/** A number of North America somewhere in a line. */
const american = /(?:\+?1[\s.-]*)?\(?\d{3}\)?[\s./-]*\d{3}[\s.-]*\d{4}(?!\d)/;

const digitsIn = (text: string): string => text.replace(/\D/g, "");

function splitExtensionOf(text: string): { bare: string; extension: string | null } {
  const [, bare, extension] = extended.exec(text) ?? [];
  if (bare === undefined || extension === undefined || digitsIn(bare).length < 7)
    return { bare: text, extension: null };
  return { bare: bare.trim(), extension };
}

/** "(800) 555-HELP" by the letters of the keys; the area code is in digits. Longer words ring by their first seven. */
function vanity(body: string): string | null {
  const core = body
    .replace(/\([^)]*\)\s*$/, (last, at: number) => (at > 0 ? "" : last))
    .replace(/[^a-z\d]/gi, "")
    .replace(/^1(?=\d{3}[a-z\d]{7})/i, "")
    .toLowerCase();
  if (!/^\d{3}[a-z\d]{7,12}$/.test(core)) return null;
  return [...core.slice(0, 10)].map((sign) => keys[sign] ?? sign).join("");
}

function digitsOf(body: string): string | null {
  if (/[a-z]/i.test(body)) {
    const word = vanity(body);
    const inside = american.exec(body)?.[0];
    return inside ? digitsIn(inside) : word;
  }
  const digits = digitsIn(body);
  if (digits.length > 15) return digitsIn(american.exec(body)?.[0] ?? "") || null;
  // Three digits are a service (988, 2-1-1), also in a mask, where an area code alone is none; five and six take texts.
  const service =
    digits.length === 3 && (/^\s*\d\W?\d\W?\d\s*$/.test(body) || /^([2-9]11|988)$/.test(digits));
  const known = service || digits.length === 5 || digits.length === 6 || digits.length >= 7;
  return known ? `${/^\s*\+/.test(body) ? "+" : ""}${digits}` : null;
}

/** Reads a number as people write it; null for what nobody can dial. */
export function readPhoneNumber(written: string): DialledNumber | null {
  const text = written
    .trim()
    .replace(/^["']+|["']+$/g, "")
    .replace(/^tel:(\/\/)?/i, "");
  const [, word, to] = texting.exec(text) ?? [];
  if (word && to) return { digits: digitsIn(to), isText: true, word, extension: null, bare: text };
  const { bare, extension } = splitExtensionOf(text);
  const digits = digitsOf(bare.replace(label, ""));
  if (digits === null) return null;
  return { digits, isText: digits.length === 5 || digits.length === 6, word: null, extension, bare };
}

/** Where a number leads when it is touched; only an extension of digits can be dialled with it. */
export function dialAddress(number: string, extension: string | number | null): string {
  const read = readPhoneNumber(number);
  const digits = read?.digits ?? number.replace(/[^\d+]/g, "");
  if (read?.isText) return `sms:${digits}${read.word ? `?body=${encodeURIComponent(read.word)}` : ""}`;
  const after = String(extension ?? read?.extension ?? "");
  return `tel:${digits}${/^\d+$/.test(after) ? `;ext=${after}` : ""}`;
}

/** An extension as it is kept: a number where it is one, else its own words ("OPT2", "012"). */
export function storedExtension(written: string | null): {
  extension: number | null;
  extensionWords: string | null;
} {
  const text = (written ?? "").trim();
  if (text === "") return { extension: null, extensionWords: null };
  const plain = /^(0|[1-9]\d{0,8})$/.test(text);
  return plain
    ? { extension: Number(text), extensionWords: null }
    : { extension: null, extensionWords: text };
}

/** The extension of a row as people read it; an empty text where there is none. */
export const shownExtension = (row: { extension: number | null; extensionWords: string | null }): string =>
  row.extensionWords ?? row.extension?.toString() ?? "";
