/** A worker records that the family stopped sharing what was shared: nobody is asked, it ends. */
export const takesPermissionBack = (row: { consentId: string | null }, reasonCode: string): boolean =>
  reasonCode === "consent_withdrawn" && row.consentId !== null;
