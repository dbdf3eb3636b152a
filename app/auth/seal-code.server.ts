import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { authSettings } from "./auth-settings.server";

const keyOf = (purpose: string) =>
  createHash("sha256").update(`${purpose}:${authSettings().secret}`).digest();

/** A value as an opaque code for an address: encrypted, so that nobody reads it out of a history or a log. */
export function sealCode(purpose: string, value: unknown): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify(value))), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The value of a code made here for that purpose; null for anything else. */
export function openCode(purpose: string, code: string | null): unknown {
  if (!code || code.length > 4000) return null;
  try {
    const bytes = Buffer.from(code, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", keyOf(purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const opened = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    return JSON.parse(inflateRawSync(opened, { maxOutputLength: 100_000 }).toString("utf8")) as unknown;
  } catch {
    return null;
  }
}
