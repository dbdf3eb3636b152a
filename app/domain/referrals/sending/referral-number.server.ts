import { randomInt } from "node:crypto";

/** Letters and digits that are not taken for each other on the phone. */
const alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** What people say to each other on the phone, "K7FX-3QDM"; means nothing and cannot be counted up. */
export function newReferralNumber(): string {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]);
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}
