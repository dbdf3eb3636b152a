/** The text without what no text of the database can hold: NUL, and halves of signs that were cut. */
export const storableText = (text: string): string =>
  text.replaceAll("\0", "").replace(/[\ud800-\udfff]/gu, "");
