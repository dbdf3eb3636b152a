import type { Ctx } from "~/domain/kernel/context";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";

export type DecidedPair = {
  eventId: string;
  personId: string;
  name: string;
  kind: "confirm" | "reject" | "aside" | "undo" | "reopen";
  reasonCode: string | null;
  at: Date;
  /** The link of this pair holds now and can be taken back. */
  holds: boolean;
  /** The last that was said of this pair keeps it apart, and can be taken back. */
  isApart: boolean;
};

const pageSize = 25;

/** What readers settled, newest first, 25 a page; the listing is audited. */
export async function listDecided(
  ctx: Ctx,
  { page }: { page: number },
): Promise<{ rows: DecidedPair[]; total: number }> {
  whereFor(ctx, "list", "PersonLink");
  const rows = await ctx.tx.$queryRaw<(DecidedPair & { total: number })[]>`
    select e.id::text as "eventId", e.person_id::text as "personId", concat_ws(' ', p.first_name, p.last_name) as name, e.kind,
      coalesce(e.evidence->>'reasonCode', e.evidence->>'reason') as "reasonCode", e.at,
      exists (select from person_link l where l.person_id = e.person_id and l.agency_child_id = e.agency_child_id) and e.kind = 'confirm' as holds,
      e.kind in ('reject', 'aside', 'undo') and h.record_linkage_refused_at is null and not exists (select from link_event n
        where n.jurisdiction_id = e.jurisdiction_id and n.person_id = e.person_id and n.agency_child_id = e.agency_child_id
          and n.kind in ('confirm', 'reject', 'aside', 'undo', 'reopen') and (n.at, n.id) > (e.at, e.id)) as "isApart",
      count(*) over ()::int as total
    from link_event e join person p on p.id = e.person_id join household h on h.id = p.household_id
    where e.jurisdiction_id = app_jurisdiction() and e.kind in ('confirm', 'reject', 'aside', 'undo', 'reopen')
    order by e.at desc, e.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`;
  await recordAudit(ctx, { event: "link_pairs.listed", entity: "LinkCandidate", entityId: null });
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
