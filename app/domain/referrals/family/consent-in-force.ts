/** Whether a permission covers a reading now; without one nothing of the family is shown to a provider. */
export function consentInForce(
  consent: { status: string; expiresAt: Date | null } | null,
  now: Date,
): boolean {
  return consent?.status === "given" && (consent.expiresAt === null || consent.expiresAt > now);
}
