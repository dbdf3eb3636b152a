import {
  confirmByCheck,
  confirmListing,
  countDueListings,
  countOutgoingRows,
  findOutgoing,
  rememberNames,
  createListing,
  getListing,
  getPublishedListings,
  hasCategories,
  listListingHistory,
  listCategories,
  listListings,
  needsOfCategory,
  listWithheldRows,
  pauseListing,
  publishListing,
  readOutgoingRows,
  readListingCheck,
  closeListingPlace,
  listListingTerms,
  saveListingPlace,
  saveListingSection,
  searchListings,
  undoFieldChange,
  confirmListings,
  listDueListings,
} from "../../../app/domain/directory/index.server";
import { emptyCriteria } from "../../../app/domain/directory/search/search-criteria";
import { writeSearchRows } from "../../../app/domain/directory/search-index/write-search-rows.server";
import { hashToken } from "../../../app/domain/kernel/ids";
import type { Ctx } from "../../../app/domain/kernel/context";
import { arrangeImport, importOperations, type ImportTarget } from "../import-authorization-rows";
import { reviewRows } from "../review-rows";
import { safetyRows } from "../safety-rows";
import { searchRows } from "../search-rows";
import { defineRows, type Reach, readers } from "../authorization-matrix";
import { type DuplicateTarget, arrangeDuplicates, duplicateRows } from "../arrange-duplicates";
import { needRows } from "../need-rows";
import { openingsRows } from "../openings-rows";
import { programRows } from "../program-rows";

const anyone = Object.fromEntries(readers.map((who) => [who, "jurisdiction"])) as Record<
  (typeof readers)[number],
  Reach
>;
const keepers = { provider_manager: "own", jurisdiction_admin: "jurisdiction" } as const;
const workers = { provider_worker: "own", provider_manager: "own" } as const;

type Target = {
  id: string;
  slug: string;
  organizationId: string;
  changeId: string;
  placeId: string;
  urgentId: string;
  token: string;
} & DuplicateTarget &
  ImportTarget;
const withSearchRows = async (ctx: Ctx, target: Target) => writeSearchRows(ctx, [target.id]);

export default defineRows<Target>({
  arrange: async (place, owner) => {
    const done = {
      basics: "done",
      who: "done",
      when_where: "done",
      how_to_join: "done",
      languages_access: "done",
      openings: "done",
    };
    const { rows } = await owner.query<{ slug: string }>(
      `with p as (insert into program (id, jurisdiction_id, organization_id, name) select id, jurisdiction_id, organization_id, 'Invented Program' from service where id = $1 returning id) update service set program_id = (select id from p), sections = $2, need_codes = '{food}', staff_languages = '{en}', delivery_modes = '{centre}', version = 1, listing_state = 'published'
       where id = $1 returning slug`,
      [place.serviceId, done],
    );
    await owner.query(
      "insert into phone (id, jurisdiction_id, service_id, number) values (gen_random_uuid(), $1, $2, '(410) 555-0100')",
      [place.jurisdictionId, place.serviceId],
    );
    const urgent = await owner.query<{ id: string }>(
      `insert into field_change (id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field, changed_by)
       values (gen_random_uuid(), $1, $2, $3, 'phone', $2, now(), 'update', 'number', 'provider') returning id`,
      [place.jurisdictionId, place.serviceId, place.organizationId],
    );
    const placed = await owner.query<{ id: string }>(
      `with l as (insert into location (id, jurisdiction_id, organization_id) values (gen_random_uuid(), $1, $3) returning id)
       insert into service_at_location (id, jurisdiction_id, service_id, location_id)
       select gen_random_uuid(), $1, $2, l.id from l returning id`,
      [place.jurisdictionId, place.serviceId, place.organizationId],
    );
    const token = `token-of-${place.serviceId}`;
    await owner.query(
      `insert into listing_check (id, jurisdiction_id, organization_id, service_id, kind, turn, token_hash, listing_version, sent_at, expires_at)
       values (gen_random_uuid(), $1, $2, $3, 'openings', 1, $4, 1, now(), now() + interval '14 days')`,
      [place.jurisdictionId, place.organizationId, place.serviceId, hashToken(token)],
    );
    const changed = await owner.query<{ id: string }>(
      `insert into field_change (id, jurisdiction_id, service_id, organization_id, entity, entity_id, at, action, field, previous, replacement, changed_by)
       values (gen_random_uuid(), $1, $2, $3, 'service', $2, now(), 'update', 'fees_description', 'Before', null, 'provider') returning id`,
      [place.jurisdictionId, place.serviceId, place.organizationId],
    );
    return {
      ...(await arrangeImport(place, owner)),
      id: place.serviceId,
      slug: rows[0]?.slug ?? "",
      organizationId: place.organizationId,
      changeId: changed.rows[0]?.id ?? "",
      urgentId: urgent.rows[0]?.id ?? "",
      placeId: placed.rows[0]?.id ?? "",
      token,
      ...(await arrangeDuplicates(place, owner)),
    };
  },
  rows: {
    searchListings: {
      may: anyone,
      call: async (ctx, target) => {
        await withSearchRows(ctx, target);
        return searchListings(ctx, { criteria: { ...emptyCriteria, needs: ["food"] } });
      },
      sees: (found: Awaited<ReturnType<typeof searchListings>>) =>
        [...found.results, ...found.closed].map((one) => one.serviceId),
      row: (target) => target.id,
    },
    getPublishedListings: {
      may: anyone,
      call: async (ctx, target) => {
        await withSearchRows(ctx, target);
        return getPublishedListings(ctx, { slugs: [target.slug] });
      },
      sees: (found: Awaited<ReturnType<typeof getPublishedListings>>) => found.map((one) => one.serviceId),
      row: (target) => target.id,
    },
    readOutgoingRows: {
      may: anyone,
      call: (ctx) => readOutgoingRows(ctx, { table: "service", columns: ["id"] }),
      sees: (rows: Awaited<ReturnType<typeof readOutgoingRows>>) => rows.map((row) => row.id),
      row: (target) => target.id,
    },
    findOutgoing: {
      may: anyone,
      call: (ctx) => findOutgoing(ctx, { table: "service", limit: 100 }),
      sees: (found: Awaited<ReturnType<typeof findOutgoing>>) => found.items.map((one) => one.id),
      row: (target) => target.id,
    },
    countOutgoingRows: { may: anyone, untargeted: true, call: (ctx) => countOutgoingRows(ctx) },
    rememberNames: { may: anyone, untargeted: true, call: (ctx) => rememberNames(ctx) },
    listWithheldRows: { may: anyone, untargeted: true, call: (ctx) => listWithheldRows(ctx) },
    getListing: { may: { ...workers, ...keepers }, call: (ctx, { id }) => getListing(ctx, { id }) },
    listListings: {
      may: { ...workers, ...keepers },
      call: (ctx) => listListings(ctx),
      sees: (rows: Awaited<ReturnType<typeof listListings>>) => rows.map((row) => row.id),
      row: (target) => target.id,
    },
    countDueListings: {
      may: { ...workers, ...keepers },
      untargeted: true,
      call: (ctx) => countDueListings(ctx),
    },
    createListing: {
      may: keepers,
      call: (ctx, { organizationId }) => createListing(ctx, { name: "Matrix program", organizationId }),
    },
    saveListingSection: {
      may: keepers,
      call: (ctx, { id }) =>
        saveListingSection(ctx, { id, version: 1, section: "openings", values: { capacityStatus: "full" } }),
    },
    listListingTerms: {
      may: { ...workers, ...keepers },
      call: (ctx, { id }) => listListingTerms(ctx, { id }),
    },
    saveListingPlace: {
      may: keepers,
      call: (ctx, { id }) =>
        saveListingPlace(ctx, {
          id,
          version: 1,
          placeId: null,
          values: { visibility: "partial", city: "Towson" },
        }),
    },
    closeListingPlace: {
      may: keepers,
      call: (ctx, { id, placeId }) => closeListingPlace(ctx, { id, version: 1, placeId, closed: true }),
    },
    publishListing: { may: keepers, call: (ctx, { id }) => publishListing(ctx, { id, version: 1 }) },
    pauseListing: {
      may: keepers,
      call: (ctx, { id }) => pauseListing(ctx, { id, version: 1, paused: true }),
    },
    ...openingsRows,
    confirmListing: { may: workers, call: (ctx, { id }) => confirmListing(ctx, { id, version: 1 }) },
    ...importOperations,
    listListingHistory: {
      may: { ...workers, ...keepers },
      call: (ctx, { id }) => listListingHistory(ctx, { id, page: 1 }),
    },
    undoFieldChange: {
      may: keepers,
      call: (ctx, { changeId }) => undoFieldChange(ctx, { changeId, version: 1 }),
    },
    readListingCheck: {
      may: { public: "jurisdiction" },
      call: (ctx, { token }) => readListingCheck(ctx, { token }),
    },
    confirmByCheck: {
      may: { public: "jurisdiction" },
      call: (ctx, { token }) => confirmByCheck(ctx, { token }),
    },
    askAboutListings: { inside: "the morning's job; it refuses everybody but the system" },
    mailListingChecks: { inside: "the mail worker's; it refuses everybody but the system" },
    confirmListings: {
      may: workers,
      call: (ctx, { id }) => confirmListings(ctx, { keys: [{ id, version: 1 }] }),
    },
    listDueListings: {
      may: workers,
      call: async (ctx, { id }) => {
        await ctx.tx.$executeRaw`update service set assured_at = null where id = ${id}::uuid`;
        return listDueListings(ctx);
      },
      sees: (due: Awaited<ReturnType<typeof listDueListings>>) => due.first.map((one) => one.id),
      row: (target) => target.id,
    },
    ...searchRows,
    ...reviewRows,
    ...safetyRows,
    askBecauseOfConcern: { inside: "asked in the transaction of the second report, or by the morning's job" },
    recordFieldChanges: { inside: "written by whatever changes a listing or an organization" },
    importTaxonomy: { inside: "the command line's; the operation itself refuses everybody but the system" },
    hasCategories: { may: anyone, untargeted: true, call: (ctx) => hasCategories(ctx) },
    listCategories: { may: anyone, untargeted: true, call: (ctx) => listCategories(ctx) },
    needsOfCategory: {
      may: anyone,
      untargeted: true,
      call: (ctx, target) => needsOfCategory(ctx, target.id),
    },
    setFirstContactDays: { inside: "the night's job; the operation itself refuses everybody but the system" },
    ...programRows,
    ...duplicateRows,
    ...needRows,
    takeOpening: { inside: "taken while a referral is accepted" },
    giveBackOpening: { inside: "given back while an acceptance is undone" },
  },
});
