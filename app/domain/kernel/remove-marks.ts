/** Signs that turn the direction of text around them, and signs without width that nobody sees. */
const unseen = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Joiners belong to scripts that write with them (Arabic, the scripts of India, joined pictures); after a Latin letter they hide. */
const strayJoiner = /(?<=^|[\p{Script=Latin}\p{N}\p{P}\s])[\u200c\u200d]+/gu;
const any = /[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** Text without marks that make it read otherwise than it is ("gpj.exe" for "exe.jpg"); real scripts stay whole. */
export function removeMarks(text: string): string {
  return any.test(text) ? text.replace(unseen, "").replace(strayJoiner, "") : text;
}
