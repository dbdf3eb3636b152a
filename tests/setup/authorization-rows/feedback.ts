import { writeSearchRows } from "../../../app/domain/directory/search-index/write-search-rows.server";
import { newId } from "../../../app/domain/kernel/ids";
import { defineRows, insertRow, type Reach, readers } from "../authorization-matrix";
import {
  countConcerns,
  countSuggestions,
  listConcerns,
  listListingConcerns,
  listSuggestions,
  makeSuggestion,
  readSuggestion,
  refuseSuggestion,
  reopenSuggestion,
  takeSuggestion,
  recordListingConcern,
  resolveConcern,
} from "../../../app/domain/feedback/index.server";

const admin = { jurisdiction_admin: "jurisdiction" } as const;
const anyone = Object.fromEntries(readers.map((who) => [who, "jurisdiction"])) as Record<
  (typeof readers)[number],
  Reach
>;

export default defineRows<{ id: string; slug: string; concernId: string; open: string; refused: string }>({
  arrange: async (place, owner) => {
    const { rows } = await owner.query<{ slug: string }>("select slug from service where id = $1", [
      place.serviceId,
    ]);
    const said = await owner.query<{ id: string }>(
      "insert into listing_concern (id, jurisdiction_id, service_id, field, at) values (gen_random_uuid(), $1, $2, 'hours', now()) returning id",
      [place.jurisdictionId, place.serviceId],
    );
    const suggestion = async (status: string) => {
      const id = newId();
      const row = { id, jurisdiction_id: place.jurisdictionId, kind: "new_listing", status, at: new Date() };
      await insertRow(owner, "suggestion", {
        ...row,
        same_as: id,
        proposed: { name: "New", organization: "Org" },
      });
      return id;
    };
    const [open, refused] = [await suggestion("open"), await suggestion("refused")];
    return {
      open,
      refused,
      id: place.serviceId,
      slug: rows[0]?.slug ?? "",
      concernId: said.rows[0]?.id ?? "",
    };
  },
  rows: {
    makeSuggestion: {
      may: { public: "jurisdiction" },
      call: async (ctx, { id, slug }) => {
        await writeSearchRows(ctx, [id]);
        return makeSuggestion(ctx, { kind: "closed", slug, proposed: {} });
      },
    },
    listSuggestions: {
      may: admin,
      call: (ctx) => listSuggestions(ctx, {}),
      sees: (found: Awaited<ReturnType<typeof listSuggestions>>) => found.rows.map((row) => row.id),
      row: ({ open }) => open,
    },
    countSuggestions: { may: admin, untargeted: true, call: (ctx) => countSuggestions(ctx) },
    readSuggestion: { may: admin, call: (ctx, { open: id }) => readSuggestion(ctx, { id }) },
    takeSuggestion: { may: admin, call: (ctx, { open: id }) => takeSuggestion(ctx, { id, version: 1 }) },
    refuseSuggestion: {
      may: admin,
      call: (ctx, { open: id }) => refuseSuggestion(ctx, { id, version: 1, reason: "Not here" }),
    },
    reopenSuggestion: {
      may: admin,
      call: (ctx, { refused: id }) => reopenSuggestion(ctx, { id, version: 1 }),
    },
    askAboutConcerns: { inside: "asked in the transaction of the second report, or by the morning's job" },
    listConcerns: {
      may: { jurisdiction_admin: "jurisdiction" },
      call: (ctx) => listConcerns(ctx),
      sees: (found: Awaited<ReturnType<typeof listConcerns>>) => found.rows.map((row) => row.id),
      row: (target) => target.concernId,
    },
    countConcerns: { may: admin, untargeted: true, call: (ctx) => countConcerns(ctx) },
    listListingConcerns: {
      may: { provider_worker: "own", provider_manager: "own", jurisdiction_admin: "jurisdiction" },
      call: (ctx, { id }) => listListingConcerns(ctx, { id }),
    },
    resolveConcern: {
      may: { jurisdiction_admin: "jurisdiction" },
      call: (ctx, { concernId }) => resolveConcern(ctx, { id: concernId, resolution: "corrected" }),
    },
    recordListingConcern: {
      may: anyone,
      call: async (ctx, { id, slug }) => {
        await writeSearchRows(ctx, [id]);
        return recordListingConcern(ctx, { slug, field: "phone", words: "" });
      },
    },
  },
});
