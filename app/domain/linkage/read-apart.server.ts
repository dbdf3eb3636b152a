import type { LinkEvent } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { recordAudit } from "~/domain/kernel/index.server";
import { findApart } from "./find-apart.server";
import type { Resting } from "./find-what-rests.server";
import type { ShownPair } from "./pair-views";
import { readShownPair } from "./read-shown-pair.server";

export type ApartPair = {
  eventId: string;
  kind: "reject" | "aside" | "undo";
  reasonCode: string | null;
  at: Date;
  shown: ShownPair;
  /** Links that either record has now: they hold until the pair is answered again. */
  links: { personId: string; name: string; of: "portal" | "agency" }[];
  /** Runs of the measures that counted while the pair was apart. */
  runs: Resting["runs"];
};

const reasonOf = ({ evidence }: LinkEvent): string | null => {
  const { reasonCode, reason } = evidence as { reasonCode?: string; reason?: string };
  return reasonCode ?? reason ?? null;
};

/** A pair that an answer keeps apart, and what rests on that. Audited. NotFound where it may not be taken back (any more). */
export async function readApart(ctx: Ctx, { eventId }: { eventId: string }): Promise<ApartPair> {
  const event = await findApart(ctx, eventId);
  const { personId, agencyChildId, at } = event;
  const { shown } = await readShownPair(ctx, { personId, agencyChildId });
  const links = await ctx.tx.$queryRaw<ApartPair["links"]>`
    select l.person_id::text as "personId", concat_ws(' ', p.first_name, p.last_name) as name,
      case when l.person_id = ${personId}::uuid then 'portal' else 'agency' end as of
    from person_link l join person p on p.id = l.person_id
    where l.jurisdiction_id = app_jurisdiction() and (l.person_id = ${personId}::uuid or l.agency_child_id = ${agencyChildId}::uuid)
    order by of desc, name, l.person_id`;
  const runs = await ctx.tx.measureRun.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, status: "done", startedAt: { gte: at } },
    orderBy: { startedAt: "desc" },
    select: { id: true, startedAt: true, dataThrough: true },
  });
  await recordAudit(ctx, { event: "link_apart.read", entity: "LinkEvent", entityId: event.id });
  return {
    ...{
      eventId: event.id,
      kind: event.kind as ApartPair["kind"],
      reasonCode: reasonOf(event),
      at,
      shown,
      links,
    },
    runs: runs.map(({ id, startedAt, dataThrough }) => ({ runId: id, at: startedAt, dataThrough })),
  };
}
