import { database } from "~/db/client.server";

export type Workspace = { membershipId: string; jurisdictionId: string };

/** A person's live workspaces, oldest first. Before anything is known about who asks. */
export async function listWorkspaces(userId: string): Promise<Workspace[]> {
  const rows = await database().prisma.membership.findMany({
    where: { userId, endedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, jurisdictionId: true },
  });
  return rows.map((row) => ({ membershipId: row.id, jurisdictionId: row.jurisdictionId }));
}
