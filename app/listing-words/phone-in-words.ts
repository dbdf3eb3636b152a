import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { formatPhone } from "~/locales/format";
import type { Words } from "~/locales/words";

/** The number to call, with its extension. */
export function phoneInWords(
  { t }: Pick<Words, "t">,
  { phone }: Pick<ListingResult["card"], "phone">,
): string | null {
  if (!phone) return null;
  const number = formatPhone(phone.number);
  return phone.extension === null
    ? number
    : t("listing:phone.extension", { number, extension: phone.extension });
}
