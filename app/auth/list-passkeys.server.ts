import { database } from "~/db/client.server";
import type { ResolvedSession } from "./session";

/** `name` as the person calls it. */
export type ListedPasskey = { id: string; name: string; addedAt: Date };

/** A person's own passkeys, oldest first. */
export async function listPasskeys(session: ResolvedSession): Promise<ListedPasskey[]> {
  const rows = await database().prisma.passkey.findMany({
    where: { userId: session.userId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, createdAt: true },
  });
  return rows.map(({ id, name, createdAt }) => ({ id, name: name ?? "", addedAt: createdAt }));
}
