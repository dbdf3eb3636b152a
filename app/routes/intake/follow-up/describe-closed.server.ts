import type { ClosedReferral } from "~/domain/referrals/closing/list-recently-closed.server";
import type { Words } from "~/locales/words";

/** What ended, in words: when, how, and why where a person said so. */
export function describeClosed({ t, format }: Words, row: ClosedReferral) {
  const reason = row.status === "expired" || !row.reasonCode ? null : t(`status:reason.${row.reasonCode}`);
  return {
    id: row.id,
    version: row.version,
    family: row.familyName,
    program: row.serviceName,
    closed: format.date(row.closedAt),
    state: [t(`status:referral.${row.status}`), reason].filter(Boolean).join(": "),
  };
}
export type ClosedRow = ReturnType<typeof describeClosed>;
