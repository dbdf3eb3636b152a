import { foldWords } from "./plain-words";

/** The part of an address that names a listing: its words, then the end of its id, so that it is unique. */
export function listingSlug(name: string, id: string): string {
  const words = foldWords(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return `${words || "program"}-${id.replaceAll("-", "").slice(-6)}`;
}
