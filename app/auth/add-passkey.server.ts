import { z } from "zod";
import { database } from "~/db/client.server";
import { Conflict, Invalid } from "~/domain/kernel/errors";
import { announce } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { auditOwnAccess } from "./audit-own-access.server";
import { refusalOf } from "./auth-answer.server";
import { auth } from "./auth-instance.server";
import { deviceAnswer, mostPasskeys, passkeyName } from "./passkey.schema";
import type { ResolvedSession } from "./session";

const schema = z.object({ name: passkeyName, passkey: deviceAnswer });

const reasons: Record<string, string> = { USER_NOT_VERIFIED: "passkey_unverified" };

/**
 * Keeps the public half of a key that the device has just made; the person is told by mail. Input: `{ name, passkey }`, the
 * second being what the browser answered. Throws Invalid (name, passkey) or Conflict: passkey_old_sign_in after ten minutes,
 * passkey_enough.
 */
export async function addPasskey(session: ResolvedSession, headers: Headers, input: unknown): Promise<void> {
  const { name, passkey: response } = parseInput(schema, input);
  const had = await database().prisma.passkey.count({ where: { userId: session.userId } });
  if (had >= mostPasskeys) throw new Conflict("passkey_enough");
  try {
    await auth().api.verifyPasskeyRegistration({ body: { response, name }, headers });
  } catch (error) {
    const { code, status } = refusalOf(error);
    if (code === "SESSION_NOT_FRESH") throw new Conflict("passkey_old_sign_in");
    if (status >= 500 && code !== "FAILED_TO_VERIFY_REGISTRATION") throw error;
    throw new Invalid({ passkey: [reasons[code] ?? "passkey_failed"] });
  }
  await auditOwnAccess(session, "passkey.added", (ctx) =>
    announce(ctx, { template: "passkey-added", toUserId: session.userId, locale: session.locale }),
  );
}
