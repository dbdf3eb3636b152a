import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { parseCookie, stringifySetCookie } from "cookie";
import { inSeconds } from "~/domain/kernel/durations";
import { cookiePrefix } from "./session-policy";

/** People who share a desk's browser. */
const mostPeople = 5;
const name = `${cookiePrefix}.devices`;
const entry = /^[\w-]{22}\.[\w-]{43}$/;

const entriesOf = (cookieHeader: string | null): string[] =>
  (parseCookie(cookieHeader ?? "")[name] ?? "").split("~").filter((one) => entry.test(one));

function sealOf(device: string, email: string, secret: string): string {
  const whom = email.trim().toLowerCase();
  return createHmac("sha256", secret).update(`device:${device}:${whom}`).digest("base64url");
}

const fits = (seal: string, wanted: string) => timingSafeEqual(Buffer.from(seal), Buffer.from(wanted));

/** The device's name for this address, if somebody signed in with it here before; null otherwise. It tells nobody the address. */
export function knownDevice(cookieHeader: string | null, email: string, secret: string): string | null {
  for (const one of entriesOf(cookieHeader)) {
    const [device = "", seal = ""] = one.split(".");
    if (fits(seal, sealOf(device, email, secret))) return device;
  }
  return null;
}

/** The Set-Cookie line by which this device is known for the address, for a year; null when it is known already. */
export function rememberDevice(
  cookieHeader: string | null,
  email: string,
  { secret, secure }: { secret: string; secure: boolean },
): string | null {
  if (knownDevice(cookieHeader, email, secret)) return null;
  const device = randomBytes(16).toString("base64url");
  const entries = [`${device}.${sealOf(device, email, secret)}`, ...entriesOf(cookieHeader)];
  return stringifySetCookie({
    name,
    value: entries.slice(0, mostPeople).join("~"),
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure,
    maxAge: inSeconds({ days: 365 }),
  });
}
