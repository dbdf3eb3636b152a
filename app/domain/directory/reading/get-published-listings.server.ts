import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { type FoundRow, type ListingResult, cardSchema, resultOf } from "./listing-card";
import { emptyCriteria } from "../search/search-criteria";

const schema = z.object({ slugs: z.array(z.string().max(120)).max(40) });

/** What a program page says beyond its card. Descriptions are raw: `plainText` before showing. */
export interface PublishedDetails {
  eligibilityDescription: string | null;
  applicationProcess: string | null;
  interpretationServices: string | null;
  organizationDescription: string;
  organizationWebsite: string | null;
  plannedSessions: number | null;
  plannedMinutes: number | null;
  /** What they tell families about their duty to report. */
  mandatedReporterStatement: string | null;
}
export type PublishedListing = ListingResult & { details: PublishedDetails; otherPlaces: number };

type Row = FoundRow & { places: number; details: PublishedDetails };

function readRows(ctx: Ctx, slugs: readonly string[]): Promise<Row[]> {
  const { jurisdictionId } = ctx.actor;
  return ctx.tx.$queryRaw<Row[]>`
    select distinct on (s.service_id) s.*, s.capacity_status::text as capacity_status, c.card,
      count(*) over (partition by s.service_id)::int as places,
      json_build_object('eligibilityDescription', left(v.eligibility_description, 8000), 'applicationProcess', left(v.application_process, 8000),
        'interpretationServices', left(v.interpretation_services, 2000), 'organizationDescription', left(o.description, 8000),
        'organizationWebsite', o.website, 'plannedSessions', v.planned_sessions, 'plannedMinutes', v.planned_minutes,
        'mandatedReporterStatement', left(v.mandated_reporter_statement, 2000)) as details
    from listing_search s
    join listing_card c using (jurisdiction_id, service_id, place_no)
    join service v on v.id = s.service_id
    join organization o on o.id = v.organization_id
    where s.jurisdiction_id = ${jurisdictionId}::uuid and v.jurisdiction_id = ${jurisdictionId}::uuid and v.slug = any(${[...slugs]}::text[])
    order by s.service_id, s.place_no`;
}

/**
 * Published listings of the jurisdiction by the words of their addresses, in the order asked; those that are not published
 * (any more) or nowhere are left out. Nothing of where a hidden place is leaves. Throws Invalid.
 */
export async function getPublishedListings(
  ctx: Ctx,
  input: z.input<typeof schema>,
): Promise<PublishedListing[]> {
  whereFor(ctx, "search", "Service");
  const { slugs } = parseInput(schema, input);
  const rows = await readRows(
    ctx,
    slugs.map((slug) => slug.replaceAll("\0", "")),
  );
  const now = ctx.clock.now();
  const listings = rows.map(({ places, details, ...row }) => {
    const own = { ...row, card: cardSchema.parse(row.card) };
    return { ...resultOf(own, emptyCriteria, now), details, otherPlaces: places - 1 };
  });
  return listings.sort((a, b) => slugs.indexOf(a.card.slug) - slugs.indexOf(b.card.slug));
}
