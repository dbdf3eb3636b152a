import { database } from "~/db/client.server";
import type { ResolvedSession } from "./session";

/** Whether the person has a password here; who only ever signs in at the agency has none. */
export async function hasPassword({ userId }: ResolvedSession): Promise<boolean> {
  const where = { userId, providerId: "credential" };
  return (await database().prisma.account.findFirst({ where, select: { id: true } })) !== null;
}
