import { writeSearchRows } from "../../../app/domain/directory/write-search-rows.server";
import { recordListingConcern } from "../../../app/domain/feedback/index.server";
import { defineRows, type Reach, readers } from "../authorization-matrix";

const anyone = Object.fromEntries(readers.map((who) => [who, "jurisdiction"])) as Record<
  (typeof readers)[number],
  Reach
>;

export default defineRows<{ id: string; slug: string }>({
  arrange: async (place, owner) => {
    const { rows } = await owner.query<{ slug: string }>("select slug from service where id = $1", [
      place.serviceId,
    ]);
    return { id: place.serviceId, slug: rows[0]?.slug ?? "" };
  },
  rows: {
    recordListingConcern: {
      may: anyone,
      call: async (ctx, { id, slug }) => {
        await writeSearchRows(ctx, [id]);
        return recordListingConcern(ctx, { slug, field: "phone", words: "" });
      },
    },
  },
});
