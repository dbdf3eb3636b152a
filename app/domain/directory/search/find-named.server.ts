import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";

/** So many different programs or organizations at most: what begins more names is a word and no name. */
const mostNames = 5;
const mostPrograms = 30;

export type Named = {
  services: string[];
  /** The line is the whole name of one, and not only its beginning. */
  whole: boolean;
};

/**
 * Programs that the whole line names: their own name or their organization's, or, of a line of two words or more, its beginning ("chase brexton"). Compared without case,
 * accents and punctuation. None where too many names begin so.
 */
export async function findNamed(ctx: Ctx, line: string): Promise<Named> {
  // By the index, whatever the line: a beginning is all from it with a space to what follows the space.
  const like = (column: Prisma.Sql) => Prisma.sql`
    select w.service_id as id, w.${column} as name, true as whole from asked join listing_words w
      on w.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and w.${column} = key
    union all select w.service_id, w.${column}, false from asked join listing_words w
      on many and w.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and w.${column} ~>=~ (key || ' ') and w.${column} ~<~ (key || '!')`;
  const rows = await ctx.tx.$queryRaw<{ id: string; name: string; whole: boolean }[]>`
    with asked as materialized (select key, key like '% %' as many from (select line_key(${line}) as key) as k where key <> '')
    (${like(Prisma.sql`name_key`)}) union all (${like(Prisma.sql`organization_key`)}) limit 200`;
  const wholes = rows.filter(({ whole }) => whole);
  const meant = wholes.length > 0 ? wholes : rows;
  if (new Set(meant.map(({ name }) => name)).size > mostNames) return { services: [], whole: false };
  return {
    services: [...new Set(meant.map(({ id }) => id))].slice(0, mostPrograms),
    whole: wholes.length > 0,
  };
}
