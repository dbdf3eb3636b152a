import { database } from "~/db/client.server";
import type { PrismaClient } from "~/db/generated/client";
import { systemClock } from "~/domain/kernel/clock";
import { agencySettings } from "./agency-settings.server";
import { authSettings } from "./auth-settings.server";
import { type Auth, createAuth } from "./better-auth.server";
import { logAuth } from "./log-auth.server";

let made: { prisma: PrismaClient; auth: Auth } | undefined;

/**
 * A better-auth of its own for the agency's sign-in, or null where none is set: when the agency's provider is slow or away,
 * signing in with a password does not wait for it.
 */
export function agencyAuth(): Auth | null {
  const agency = agencySettings();
  if (!agency) return null;
  const { prisma } = database();
  if (made?.prisma !== prisma) {
    const { secret, origin } = authSettings();
    made = { prisma, auth: createAuth({ prisma, secret, origin, clock: systemClock, log: logAuth, agency }) };
  }
  return made.auth;
}
