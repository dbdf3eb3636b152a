import { dialAddress } from "~/domain/directory/reading/phone-number";
import { formatPhone } from "~/locales/format";

/** The line's own phone, to read and to press. */
export const talkOf = (phone: string | null): { words: string; href: string } | null =>
  phone ? { words: formatPhone(phone), href: dialAddress(phone, null) } : null;
