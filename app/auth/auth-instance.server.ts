import { database } from "~/db/client.server";
import type { PrismaClient } from "~/db/generated/client";
import { systemClock } from "~/domain/kernel/clock";
import { authSettings } from "./auth-settings.server";
import { type Auth, createAuth } from "./better-auth.server";
import { logAuth } from "./log-auth.server";

let made: { prisma: PrismaClient; auth: Auth } | undefined;

/** This process's better-auth, on this process's database. */
export function auth(): Auth {
  const { prisma } = database();
  if (made?.prisma !== prisma) {
    const { secret, origin } = authSettings();
    made = { prisma, auth: createAuth({ prisma, secret, origin, clock: systemClock, log: logAuth }) };
  }
  return made.auth;
}
