import { writeSearchRows } from "../../../app/domain/directory/write-search-rows.server";
import { defineRows, type Reach, readers } from "../authorization-matrix";
import {
  listConcerns,
  listListingConcerns,
  recordListingConcern,
  resolveConcern,
} from "../../../app/domain/feedback/index.server";

const anyone = Object.fromEntries(readers.map((who) => [who, "jurisdiction"])) as Record<
  (typeof readers)[number],
  Reach
>;

export default defineRows<{ id: string; slug: string; concernId: string }>({
  arrange: async (place, owner) => {
    const { rows } = await owner.query<{ slug: string }>("select slug from service where id = $1", [
      place.serviceId,
    ]);
    const said = await owner.query<{ id: string }>(
      "insert into listing_concern (id, jurisdiction_id, service_id, field, at) values (gen_random_uuid(), $1, $2, 'hours', now()) returning id",
      [place.jurisdictionId, place.serviceId],
    );
    return { id: place.serviceId, slug: rows[0]?.slug ?? "", concernId: said.rows[0]?.id ?? "" };
  },
  rows: {
    askAboutConcerns: { inside: "asked in the transaction of the second report, or by the morning's job" },
    listConcerns: {
      may: { jurisdiction_admin: "jurisdiction" },
      call: (ctx) => listConcerns(ctx),
      sees: (found: Awaited<ReturnType<typeof listConcerns>>) => found.rows.map((row) => row.id),
      row: (target) => target.concernId,
    },
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
