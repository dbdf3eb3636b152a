/** Another name that a record was known by; a part that it does not say is null. */
export type Alias = { first: string | null; last: string | null };

/** More of one record are a fault of the file. */
const mostAliases = 8;

const orNull = (text: string): string | null => text.trim() || null;

/**
 * Reads other and former names, parted by ";" or "|": "Wren Former", "Former, Wren", or one word, which may be a first name
 * or a surname and is read as either.
 */
export function readAliases(raw: string): Alias[] {
  return raw
    .split(/[;|]/)
    .flatMap((text): Alias[] => {
      const [before = "", after] = text.split(",");
      if (after !== undefined) return [{ first: orNull(after), last: orNull(before) }];
      const [first = "", ...rest] = text.trim().split(/\s+/);
      if (first === "") return [];
      if (rest.length > 0) return [{ first, last: rest.join(" ") }];
      return [
        { first, last: null },
        { first: null, last: first },
      ];
    })
    .slice(0, mostAliases);
}
