import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { deleteSessionCookie } from "better-auth/cookies";
import type { PrismaClient } from "~/db/generated/client";
import type { Clock } from "~/domain/kernel/clock";
import { clearSignInAttempts, countSignInAttempt } from "./count-sign-in-attempt.server";
import { markCodeUsed } from "./mark-code-used.server";

export type HookSources = { prisma: PrismaClient; secret: string; clock: Clock };

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Every path on which a password can be guessed. */
const passwordPaths = new Set([
  "/sign-in/email",
  "/change-password",
  "/verify-password",
  "/two-factor/enable",
  "/two-factor/generate-backup-codes",
]);
const codePaths = new Set(["/two-factor/verify-totp", "/two-factor/verify-backup-code"]);

function bodyText(ctx: HookContext, field: string): string {
  const body: unknown = ctx.body;
  const value = body && typeof body === "object" ? (body as Record<string, unknown>)[field] : undefined;
  return typeof value === "string" ? value : "";
}

/** Whose password is being tried: the address typed at sign-in, else the signed-in person's. */
async function addressTried(ctx: HookContext): Promise<string> {
  if (ctx.path === "/sign-in/email") return bodyText(ctx, "email").slice(0, 254);
  const session = await getSessionFromCtx(ctx);
  return session?.user.email ?? "";
}

/** Counts attempts for auth.api calls too, which better-auth's own limiter does not see; forces the session rules. */
export function beforeHook({ prisma, secret, clock }: HookSources) {
  return createAuthMiddleware(async (ctx) => {
    if (passwordPaths.has(ctx.path)) {
      const email = await addressTried(ctx);
      const attempt = { email, headers: ctx.headers, secret, now: clock.now() };
      if (email && !(await countSignInAttempt(prisma, attempt)))
        throw new APIError("TOO_MANY_REQUESTS", { code: "ACCOUNT_WAITS", message: "Too many attempts" });
    }
    // "Do not remember me" would write a 24 hour session; a trusted device would skip the second step for 30 days.
    if (ctx.path === "/sign-in/email") return { context: { body: { ...ctx.body, rememberMe: true } } };
    if (codePaths.has(ctx.path)) return { context: { body: { ...ctx.body, trustDevice: false } } };
  });
}

async function refuseReplay(ctx: HookContext, sources: HookSources, userId: string): Promise<void> {
  const { prisma, secret, clock } = sources;
  if (await markCodeUsed(prisma, { userId, code: bodyText(ctx, "code"), secret, now: clock.now() })) return;
  const made = ctx.context.newSession;
  if (made) {
    await ctx.context.internalAdapter.deleteSession(made.session.token);
    deleteSessionCookie(ctx);
    ctx.context.setNewSession(null);
  }
  throw new APIError("UNAUTHORIZED", { code: "CODE_ALREADY_USED", message: "Code already used" });
}

/** Forgets failures after a right password; refuses a time-based code's second use; raises a live session to level 2. */
export function afterHook(sources: HookSources) {
  return createAuthMiddleware(async (ctx) => {
    if (ctx.context.returned instanceof APIError) return;
    if (passwordPaths.has(ctx.path)) {
      const email = await addressTried(ctx);
      const { prisma, secret, clock } = sources;
      if (email) await clearSignInAttempts(prisma, { email, headers: ctx.headers, secret, now: clock.now() });
    }
    if (!codePaths.has(ctx.path)) return;
    const made = ctx.context.newSession;
    const user = made?.user ?? ctx.context.session?.user;
    if (!user) throw new APIError("UNAUTHORIZED", { code: "INVALID_CODE", message: "Invalid code" });
    if (ctx.path === "/two-factor/verify-totp") await refuseReplay(ctx, sources, user.id);
    const live = ctx.context.session;
    if (!made && live) await ctx.context.internalAdapter.updateSession(live.session.token, { aal: 2 });
  });
}
