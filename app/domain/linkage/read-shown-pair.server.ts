import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { agencyChildren, hashesSql, portalChildren, rowsSql } from "./compared-sides";
import type { Pair } from "./pair-key";
import { type ShownPair, type ShownRecord, shownFields } from "./pair-views";

type Row = Record<string, string | null>;

function toRecord(row: Row): ShownRecord {
  const line = [row["street_number"], row["street"], row["unit"] && `#${row["unit"]}`, row["city"]];
  const address = line.filter(Boolean).join(" ") || null;
  return Object.fromEntries(
    shownFields.map((field) => [field, field === "address" ? address : (row[field] ?? null)]),
  ) as ShownRecord;
}

/** Both records of a pair with their digests, as they are now. NotFound where either may not be compared (any more). */
export async function readShownPair(
  ctx: Ctx,
  { personId, agencyChildId }: Pair,
): Promise<{ shown: ShownPair; personHash: string; childHash: string }> {
  const read = async (side: typeof portalChildren, alias: string, id: string): Promise<Row> => {
    const [row] = await ctx.tx.$queryRawUnsafe<Row[]>(`${rowsSql(side)} and ${alias}.id = $1::uuid`, id);
    const [hashed] = await ctx.tx.$queryRawUnsafe<{ hash: string }[]>(
      `${hashesSql(side)} and ${alias}.id = $1::uuid`,
      id,
    );
    if (!row || !hashed) throw new NotFound();
    return { ...row, hash: hashed.hash };
  };
  const portal = await read(portalChildren, "p", personId);
  const agency = await read(agencyChildren, "a", agencyChildId);
  return {
    shown: { portal: toRecord(portal), agency: toRecord(agency) },
    personHash: portal["hash"] ?? "",
    childHash: agency["hash"] ?? "",
  };
}
