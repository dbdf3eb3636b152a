const plain = (raw: string): string => raw.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Letters and digits alone. */
export const readLetters = (raw: string): string | null => plain(raw).replace(/[^\p{L}\d]+/gu, "") || null;

/** A house number: 12, 12a, 12-14. */
export const readHouseNumber = (raw: string): string | null => plain(raw).replace(/[^a-z\d-]+/g, "") || null;

/** A unit without the word for it. */
export const readUnit = (raw: string): string | null =>
  readLetters(plain(raw).replace(/^\W*(apartment|apt|unit|suite|ste|room|rm)\b/, ""));

export type Postcode = { zip: string | null; sorted: string | null };

/** A postcode: five digits (a leading zero that a spreadsheet took is put back), else its letters and digits. */
export function readPostcode(raw: string): Postcode {
  const digits = /^\D*(\d{4,5})/.exec(raw)?.[1]?.padStart(5, "0");
  const zip = digits === "00000" || digits === "99999" ? null : (digits ?? readLetters(raw));
  return { zip, sorted: zip === null ? null : [...zip].sort().join("") };
}

/** Male or female where a file says so, in English, Spanish or the codes 1 and 2. */
export function readSex(raw: string): string | null {
  const first = plain(raw)[0] ?? "";
  return "mh1".includes(first)
    ? /^(mu|w)/.test(plain(raw))
      ? "f"
      : "m"
    : "fw2".includes(first)
      ? "f"
      : null;
}
