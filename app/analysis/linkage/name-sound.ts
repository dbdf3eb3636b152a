import { doubleMetaphone } from "double-metaphone";

/** How a name sounds (Double Metaphone, Philips 2000), or its first letters where that says nothing. */
export const nameSound = (name: string | null): string | null =>
  name === null ? null : doubleMetaphone(name)[0] || name.slice(0, 4);
