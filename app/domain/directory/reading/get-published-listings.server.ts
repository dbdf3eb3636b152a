import { z } from "zod";
import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { type FoundRow, type ListingResult, cardSchema, resultOf } from "./listing-card";
import { heldRow } from "../outgoing/held-rows";
import { withNames } from "../outgoing/remember-names.server";
import { toldColumn, toldWords } from "../outgoing/told-words";
import { emptyCriteria } from "../search/search-criteria";

const schema = z.union([
  z.object({ slugs: z.array(z.string().max(120)).max(40) }),
  z.object({ serviceIds: z.array(z.uuid()).max(40) }),
]);

/** What a program page says beyond its card. Descriptions are raw: `plainText` before showing. */
export interface PublishedDetails {
  /** Whole, where the card is cut. */
  description: string;
  documents: string[];
  alert: string | null;
  eligibilityDescription: string | null;
  applicationProcess: string | null;
  interpretationServices: string | null;
  organizationDescription: string;
  organizationWebsite: string | null;
  plannedSessions: number | null;
  plannedMinutes: number | null;
  /** The day on which somebody last looked whether the model is given as it is meant. */
  fidelityReviewedOn: string | null;
  /** What they tell families about their duty to report. */
  mandatedReporterStatement: string | null;
}
export type PublishedListing = ListingResult & { details: PublishedDetails; otherPlaces: number };

const whole = heldRow("service", "v");
const told = (column: string) =>
  Prisma.raw(`case when not held.words then ${toldWords(column, "v.organization_id")} end`);

type Row = FoundRow & { places: number; details: PublishedDetails };

function readRows(ctx: Ctx, wanted: Prisma.Sql): Promise<Row[]> {
  const { jurisdictionId } = ctx.actor;
  return ctx.tx.$queryRaw<Row[]>`
    select distinct on (s.service_id) s.*, s.capacity_status::text as capacity_status, c.card,
      count(*) over (partition by s.service_id)::int as places,
      json_build_object('description', coalesce(${told("v.description")}, ''), 'alert', ${told("v.alert")}, 'documents', coalesce((select json_agg(${told("d.document")} order by d.id)
          from required_document d where d.service_id = v.id and d.document <> '' and not held.words), '[]'),
        'eligibilityDescription', ${told("v.eligibility_description")}, 'applicationProcess', ${told("v.application_process")},
        'interpretationServices', ${told("v.interpretation_services")}, 'organizationDescription', coalesce(${told("o.description")}, ''),
        'organizationWebsite', case when not held.words then ${Prisma.raw(toldColumn("organization", "website", "o.website", "o.id"))} end, 'plannedSessions', v.planned_sessions, 'plannedMinutes', v.planned_minutes,
        'fidelityReviewedOn', case when not held.words then v.fidelity_reviewed_on end,
        'mandatedReporterStatement', ${told("v.mandated_reporter_statement")}) as details
    from listing_search s
    join listing_card c using (jurisdiction_id, service_id, place_no)
    join service v on v.id = s.service_id
    join organization o on o.id = v.organization_id
    left join listing_words w on w.service_id = s.service_id
    cross join lateral (select ${Prisma.raw(whole)} as words offset 0) held
    where s.jurisdiction_id = ${jurisdictionId}::uuid and v.jurisdiction_id = ${jurisdictionId}::uuid and ${wanted}
    order by s.service_id, s.place_no is distinct from w.place_no, s.place_no`;
}

/**
 * Published listings of the jurisdiction by the words of their addresses or by id, in the order asked, each at the place that stands
 * for it in a search without a place; those that are not published (any more) or nowhere are left out. Nothing of where a hidden place is leaves. Throws Invalid.
 */
export async function getPublishedListings(
  ctx: Ctx,
  input: z.input<typeof schema>,
): Promise<PublishedListing[]> {
  whereFor(ctx, "search", "Service");
  const asked = parseInput(schema, input);
  const order = "slugs" in asked ? asked.slugs.map((slug) => slug.replaceAll("\0", "")) : asked.serviceIds;
  const wanted =
    "slugs" in asked ? Prisma.sql`v.slug = any(${order}::text[])` : Prisma.sql`v.id = any(${order}::uuid[])`;
  const rows = await withNames(ctx, () => readRows(ctx, wanted));
  const now = ctx.clock.now();
  const listings = rows.map(({ places, details, ...row }) => {
    const own = { ...row, card: cardSchema.parse(row.card) };
    return { ...resultOf(own, emptyCriteria, now), details, otherPlaces: places - 1 };
  });
  const place = ({ card, serviceId }: PublishedListing) =>
    order.indexOf("slugs" in asked ? card.slug : serviceId);
  return listings.sort((a, b) => place(a) - place(b));
}
