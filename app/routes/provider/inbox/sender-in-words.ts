import type { ReferralView } from "~/domain/referrals/reading/referral-views";
import type { Words } from "~/locales/words";

/** Who sent it: by name where that may be told, else the one neutral name; nothing where the family asked by itself. */
export function senderInWords(
  { t, language }: Words,
  { name, team, neutral }: ReferralView["sentBy"],
): string {
  if (neutral) return neutral[language] ?? neutral["en"] ?? t("detail.neutralSender");
  return [name, team].filter(Boolean).join(", ");
}
