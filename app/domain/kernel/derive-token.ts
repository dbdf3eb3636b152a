import { createHmac } from "node:crypto";

/**
 * The secret of a mailed link, derived from a row's id, so that neither outbox nor job holds it: only who has the
 * server's secret can make the link again. 256 bits, URL-safe. What is stored for looking it up is its hash.
 */
export function deriveToken(
  secret: string,
  purpose: "password-reset" | "invitation" | "family-link" | "listing-check" | "answer-link",
  id: string,
): string {
  return createHmac("sha256", secret).update(`link:${purpose}:${id}`).digest("base64url");
}
