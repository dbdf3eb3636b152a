import { database } from "~/db/client.server";
import { Unusable } from "./command-words";

/** The jurisdiction of that slug; without one, the only one or the one called "default". */
export async function findJurisdiction(slug: string | undefined): Promise<string> {
  const rows = await database().prisma.jurisdiction.findMany({
    select: { id: true, slug: true },
    orderBy: { createdAt: "asc" },
  });
  const names = rows.map((row) => row.slug).join(", ");
  const wanted = slug ?? (rows.length === 1 ? rows[0]?.slug : "default");
  const found = rows.find((row) => row.slug === wanted);
  if (!found)
    throw new Unusable(
      slug
        ? `No jurisdiction "${slug.slice(0, 60)}". There are: ${names}.`
        : `Say which jurisdiction with --jurisdiction: ${names || "there is none yet"}.`,
    );
  return found.id;
}
