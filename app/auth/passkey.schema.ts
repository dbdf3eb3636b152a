import { z } from "zod";

export const passkeyNameLength = 60;
export const mostPasskeys = 10;

export const passkeyName = z
  .string()
  .trim()
  .min(1, "passkey_name_needed")
  .max(passkeyNameLength, "passkey_name_long");

/** The part of a PublicKeyCredential in JSON that the database is asked with; the rest is checked with its signature. */
const credential = z.looseObject({ id: z.string().max(2_000), response: z.looseObject({}) });

/** What the device answered, as the browser wrote it: longer than any, shorter than a story. */
export const deviceAnswer = z
  .string()
  .max(20_000, "passkey_failed")
  .transform((words, issues) => {
    try {
      return credential.parse(JSON.parse(words));
    } catch {
      issues.addIssue("passkey_failed");
      return z.NEVER;
    }
  });
