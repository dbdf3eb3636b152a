import {
  countListingReview,
  listListingReview,
  listUrgentChanges,
  markChangesLooked,
  recordPhoneCheck,
  sendBackListing,
  unpublishListing,
} from "../../app/domain/directory/index.server";
import type { Row } from "./authorization-matrix";

type Target = { id: string; organizationId: string; urgentId: string };
const importers = { jurisdiction_admin: "jurisdiction", system: "jurisdiction" } as const;

/** The agency's review of listings. */
export const reviewRows: Record<string, Row<Target>> = {
  countListingReview: { may: importers, untargeted: true, call: (ctx) => countListingReview(ctx) },
  listListingReview: {
    may: importers,
    call: async (ctx, { id }) => {
      await ctx.tx.$executeRaw`update service set assured_at = null where id = ${id}::uuid`;
      return listListingReview(ctx, { queue: "never" });
    },
    sees: (found: Awaited<ReturnType<typeof listListingReview>>) => found.rows.map((row) => row.id),
    row: (target) => target.id,
  },
  listUrgentChanges: {
    may: importers,
    call: async (ctx, { id, organizationId }) => {
      await ctx.tx.$executeRaw`insert into field_change
          (id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field, changed_by)
          select gen_random_uuid(), jurisdiction_id, id, ${organizationId}::uuid, 'phone', id, now(), 'update', 'number', 'provider'
          from service where id = ${id}::uuid`;
      return listUrgentChanges(ctx, {});
    },
    sees: (found: Awaited<ReturnType<typeof listUrgentChanges>>) => found.rows.map((row) => row.serviceId),
    row: (target) => target.id,
  },
  markChangesLooked: {
    may: importers,
    call: async (ctx, { urgentId }) => markChangesLooked(ctx, { ids: [urgentId] }),
  },
  recordPhoneCheck: {
    may: importers,
    call: (ctx, { id }) => recordPhoneCheck(ctx, { id, version: 1 }),
  },
  unpublishListing: {
    may: importers,
    call: (ctx, { id }) => unpublishListing(ctx, { id, version: 1, reason: "stale" }),
  },
  sendBackListing: {
    may: importers,
    call: async (ctx, { id }) => {
      await ctx.tx.$executeRaw`update service set listing_state = 'in_review' where id = ${id}::uuid`;
      return sendBackListing(ctx, { id, version: 1, sections: ["basics"] });
    },
  },
};
