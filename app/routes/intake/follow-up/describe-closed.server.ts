import type { ClosedReferral } from "~/domain/referrals/closing/list-recently-closed.server";
import { storedNameInWords } from "~/listing-words/stored-name-in-words";
import type { Words } from "~/locales/words";

/** What ended, in words: when, how, and why where a person said so. */
export function describeClosed(words: Words, row: ClosedReferral) {
  const { t, format } = words;
  const reason = row.status === "expired" || !row.reasonCode ? null : t(`status:reason.${row.reasonCode}`);
  return {
    id: row.id,
    version: row.version,
    family: row.familyName,
    program: storedNameInWords(words, row.serviceName, row.serviceText),
    organization: row.organizationName,
    closed: format.date(row.closedAt),
    state: [t(`status:referral.${row.status}`), reason].filter(Boolean).join(": "),
  };
}
export type ClosedRow = ReturnType<typeof describeClosed>;
