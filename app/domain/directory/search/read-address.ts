export interface WrittenAddress {
  street: string;
  city: string;
  state: string;
  postalCode: string;
}
const written = /^(.+?),\s*([^,\d]+?),?\s+(?:([A-Z]{2})\.?,?\s+)?(\d{5}(?:-\d{4})?)$/s;

/** An address on one line, "8 Pretend Avenue, Baltimore, MD 21215"; null when a part of it is missing. */
export function readAddress(text: string): WrittenAddress | null {
  const [, street, city, state = "", postalCode] = written.exec(text.replace(/\s+/g, " ").trim()) ?? [];
  return street && city && postalCode ? { street, city, state, postalCode } : null;
}
