import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { readPhoneNumber } from "~/domain/directory/reading/phone-number";
import { formatPhone } from "~/locales/format";
import type { Words } from "~/locales/words";

/** The number to call or to text, with its extension. */
export function phoneInWords(
  { t }: Pick<Words, "t">,
  { phone }: Pick<ListingResult["card"], "phone">,
): string | null {
  if (!phone) return null;
  const read = readPhoneNumber(phone.number);
  if (read?.word) return t("listing:phone.textWord", { word: read.word, number: read.digits });
  if (read?.isText) return t("listing:phone.text", { number: phone.number });
  const number = formatPhone(read?.bare ?? phone.number);
  const extension = phone.extension ?? read?.extension ?? null;
  return extension === null ? number : t("listing:phone.extension", { number, extension });
}
