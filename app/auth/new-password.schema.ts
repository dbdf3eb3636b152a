import { z } from "zod";
import { isCommonPassword } from "./common-password.server";
import { maxPasswordLength, minPasswordLength } from "./session-policy";

/** A password of at least 12 characters that is not among the first that are guessed (NIST SP 800-63B 3.1.1.2). */
export const newPassword = z
  .string({ error: "password_needed" })
  .min(minPasswordLength, "password_short")
  .max(maxPasswordLength, { error: "password_long", abort: true })
  .refine(
    (password) => password.length < minPasswordLength || !isCommonPassword(password),
    "password_common",
  );
