import { env } from "~/env.server";

export type AuthSettings = {
  /** Signs session cookies and mailed links, encrypts second-step secrets. */
  secret: string;
  /** What people type, "https://referrals.example.gov". */
  origin: string;
  /** Cookies travel over https only. */
  secure: boolean;
};

/** What signing in needs of the environment. Throws naming SESSION_SECRET when it is missing. */
export function authSettings(): AuthSettings {
  const { SESSION_SECRET: secret, PUBLIC_ORIGIN, PORT } = env();
  if (!secret) throw new Error("SESSION_SECRET is not set (npm start makes one in the data folder).");
  const origin = new URL(PUBLIC_ORIGIN ?? `http://localhost:${PORT}`).origin;
  return { secret, origin, secure: origin.startsWith("https:") };
}

/** Demo people, with passwords and codes that everybody may know, exist on the portal's own database alone. */
export function refuseUnlessDemo(): void {
  const { DATABASE_URL, UPSTREAM_DEMO } = env();
  if (DATABASE_URL && !UPSTREAM_DEMO)
    throw new Error("Only on the portal's own database: DATABASE_URL is set.");
}
