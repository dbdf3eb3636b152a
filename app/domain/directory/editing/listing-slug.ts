import { foldWords } from "../search/plain-words";

/** The words of a listing's address, from its name. */
export function slugWords(name: string): string {
  return foldWords(name.slice(0, 200))
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
}

/** The part of an address that names a listing: its words, then the end of its id, so that it is unique. */
export function listingSlug(name: string, id: string): string {
  return `${slugWords(name) || "program"}-${id.replaceAll("-", "").slice(-6)}`;
}
