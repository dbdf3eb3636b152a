import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The key to come, while it is being changed (`upstream secret renew`). */
export const nextSecretFile = (folder: string): string => path.join(folder, "secret.next");

/** The key that signs sessions: made once, kept in the data folder for the owner's eyes only. */
export function keepSecret(folder: string): string {
  const file = path.join(folder, "secret");
  if (existsSync(nextSecretFile(folder)))
    throw new Error("Renewing the secret was cut off. Run it again: npm run -s upstream -- secret renew");
  if (!existsSync(file))
    writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}
