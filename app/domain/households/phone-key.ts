const extension = /[\s,;.]*(?:\bext(?:ension)?\b|\banexo\b|\bint(?:erno)?\b|x|#)[\s.:]*\d{1,6}\s*$/i;

const digitsOf = (phone: string) => phone.normalize("NFKC").replace(extension, "").replace(/\D/g, "");

/**
 * By what a number is known again, however it is typed: its last ten digits, without an extension; null for fewer than
 * seven. "+1 (410) 555\u20110177 ext. 4" and "4105550177" are one number.
 */
export function phoneKey(phone: string | null): string | null {
  const digits = digitsOf(phone ?? "");
  return digits.length < 7 ? null : digits.slice(-10);
}

/** A number that can be dialled: ten digits to fifteen, whatever stands between them and without an extension. */
export function isDialable(phone: string): boolean {
  const { length } = digitsOf(phone);
  return length >= 10 && length <= 15;
}
