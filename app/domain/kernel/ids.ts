import { createHash, randomBytes, randomUUID } from "node:crypto";
import { NotFound } from "./errors";

/** UUID version 7 (RFC 9562 section 5.7): time-ordered, so that new rows lie together. */
export function newId(at: Date = new Date()): string {
  const random = randomUUID().replaceAll("-", "");
  const time = at.getTime().toString(16).padStart(12, "0");
  const variant = ((parseInt(random.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(13, 16)}-${variant}${random.slice(17, 20)}-${random.slice(20)}`;
}

/** An id that tells no moment: when a referral was prepared is its sender's alone to know. */
export const timelessId = (): string => randomUUID();

/** When an id of newId was made. */
export function timeOfId(id: string): Date {
  return new Date(parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** A secret for a link: 192 bits, URL-safe. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

/** What is stored of a link's token (SHA-256, hex). */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** True for the text form of a UUID; anything else cannot be an id and is answered as "not found". */
export function isId(value: string | null | undefined): value is string {
  return !!value && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}

/** An id of a path or a form; anything that cannot be one is not found. */
export function readId(value: string | undefined): string {
  if (!isId(value)) throw new NotFound();
  return value;
}
