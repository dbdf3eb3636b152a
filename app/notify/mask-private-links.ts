/** Stands in a kept mail where the secret of a link was. */
const standIn = "PRIVATE-LINK";

/** The secrets that `deriveToken` makes stand in an address as one part of 43 letters; ids are shorter. */
const secretPart = /\/[\w-]{43}(?![\w-])/g;

/** The words of a mail without what makes its private links work: whoever reads them must not act for somebody else. */
export function maskPrivateLinks(words: string): string {
  return words.replace(secretPart, `/${standIn}`);
}
