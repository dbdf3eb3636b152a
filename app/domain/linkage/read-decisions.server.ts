import type { Ctx } from "~/domain/kernel/context";
import { agencyChildren, hashesSql, portalChildren } from "./compared-sides";
import type { Pair } from "./pair-key";

/** The last that people said of a pair, and whether a record has changed since. */
export type Decision = Pair & { kind: "confirm" | "reject" | "aside" | "undo" | "reopen"; changed: boolean };

/**
 * What people decided of pairs whose records may still be compared. A pair that was taken apart before digests were kept
 * counts as unchanged: it stays apart.
 */
export async function readDecisions(ctx: Ctx): Promise<Decision[]> {
  return ctx.tx.$queryRawUnsafe<Decision[]>(
    `with last as (
       select distinct on (person_id, agency_child_id) person_id, agency_child_id, kind, evidence
       from link_event where jurisdiction_id = app_jurisdiction() and kind in ('confirm', 'reject', 'aside', 'undo', 'reopen')
       order by person_id, agency_child_id, at desc, id desc)
     select l.person_id::text as "personId", l.agency_child_id::text as "agencyChildId", l.kind,
       coalesce(l.evidence->>'personHash' <> p.hash or l.evidence->>'childHash' <> c.hash, false) as changed
     from last l join (${hashesSql(portalChildren)}) p on p.id = l.person_id
       join (${hashesSql(agencyChildren)}) c on c.id = l.agency_child_id
     order by l.person_id, l.agency_child_id`,
  );
}
