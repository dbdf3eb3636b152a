import type { Ctx } from "~/domain/kernel/context";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { agencyChildren, portalChildren, rowsSql, type ComparedSide } from "./compared-sides";
import { searchBothSidesSchema, type SearchBothSidesInput } from "./search-both-sides.schema";

export type FoundRecord = { id: string; name: string; birthDate: string | null };
export type FoundRecords = { portal: FoundRecord[]; agency: FoundRecord[] };

const most = 10;
const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

async function search(
  ctx: Ctx,
  side: ComparedSide,
  words: string[],
  birthDate: string,
): Promise<FoundRecord[]> {
  const patterns = words.map((word) => `%${escaped(word)}%`);
  return ctx.tx.$queryRawUnsafe<FoundRecord[]>(
    `select id, concat_ws(' ', first_name, last_name) as name, birth_date as "birthDate" from (${rowsSql(side)}) as rows
     where concat_ws(' ', first_name, last_name) ilike all($1::text[]) and ($2 = '' or birth_date = $2)
     order by last_name, first_name, id limit ${most}`,
    patterns,
    birthDate,
  );
}

/** Children of both sides by words of their names and a birth date; ten of each. That it was asked is audited, what was asked is not. Invalid by field. */
export async function searchBothSides(ctx: Ctx, input: SearchBothSidesInput): Promise<FoundRecords> {
  whereFor(ctx, "search", "LinkCandidate");
  const { name, birthDate } = parseInput(searchBothSidesSchema, input);
  const words = name.split(/\s+/).filter(Boolean);
  await recordAudit(ctx, { event: "link_records.searched", entity: "LinkCandidate", entityId: null });
  return {
    portal: await search(ctx, portalChildren, words, birthDate),
    agency: await search(ctx, agencyChildren, words, birthDate),
  };
}
