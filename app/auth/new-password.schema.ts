import { z } from "zod";
import { maxPasswordLength, minPasswordLength } from "./session-policy";

/** A password of at least 12 characters; nothing else is asked of it (NIST SP 800-63B 3.1.1.2). */
export const newPassword = z
  .string({ error: "password_needed" })
  .min(minPasswordLength, "password_short")
  .max(maxPasswordLength, "password_long");
