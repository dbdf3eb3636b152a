import { z } from "zod";
import { database } from "~/db/client.server";
import { NotFound } from "~/domain/kernel/errors";
import { isId } from "~/domain/kernel/ids";
import { parseInput } from "~/domain/kernel/parse-input";
import { passkeyName } from "./passkey.schema";
import type { ResolvedSession } from "./session";

const schema = z.object({ key: z.string(), name: passkeyName });

/** Calls an own passkey otherwise. Input: `{ key, name }`. Throws Invalid; NotFound for anybody else's. */
export async function renamePasskey(session: ResolvedSession, input: unknown): Promise<void> {
  const { key: id, name } = parseInput(schema, input);
  const where = { id, userId: session.userId };
  if (!isId(id) || (await database().prisma.passkey.updateMany({ where, data: { name } })).count === 0)
    throw new NotFound();
}
