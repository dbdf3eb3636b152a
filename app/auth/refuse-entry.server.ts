import { database } from "~/db/client.server";

/** The 403 of a desk: names, at most three, of the jurisdiction's administrators, who can give access. */
export async function refuseEntry(jurisdictionId: string): Promise<Response> {
  const rows = await database().prisma.membership.findMany({
    where: { jurisdictionId, role: "jurisdiction_admin", endedAt: null },
    orderBy: { createdAt: "asc" },
    take: 3,
    select: { user: { select: { name: true } } },
  });
  return Response.json({ givers: rows.map((row) => row.user.name) }, { status: 403 });
}
