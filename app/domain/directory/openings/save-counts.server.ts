import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import type { ListingRow } from "../reading/listing-row";
import { bandsOf } from "../editing/listing-answers";
import type { SectionValues } from "../editing/listing-sections";
import { saveOpenings } from "./save-openings.server";

/** What counts of openings count; one row of the jurisdiction for all its listings. */
async function openingUnit(ctx: Ctx): Promise<string> {
  const { jurisdictionId } = ctx.actor;
  const known = await ctx.tx.unit.findFirst({
    where: { jurisdictionId, name: "opening" },
    orderBy: { id: "asc" },
  });
  if (known) return known.id;
  const id = newId(ctx.clock.now());
  await ctx.tx.unit.create({ data: { id, jurisdictionId, name: "opening" } });
  return id;
}

/** Openings of a listing, with the counts by age and language where they are kept. Answers the columns to set. */
export async function saveCounts(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["openings"],
): Promise<Prisma.ServiceUncheckedUpdateManyInput> {
  const bands = bandsOf(values);
  const banded = row.capacities.filter(
    (one) => one.ageMinMonths !== null || one.ageMaxMonths !== null || one.language !== null,
  );
  await ctx.tx.serviceCapacity.deleteMany({
    where: { id: { in: banded.map((one) => one.id) }, serviceId: row.id },
  });
  if (bands.length > 0) {
    const unitId = await openingUnit(ctx);
    await ctx.tx.serviceCapacity.createMany({
      data: bands.map((band) => ({
        ...band,
        id: newId(ctx.clock.now()),
        jurisdictionId: ctx.actor.jurisdictionId,
        serviceId: row.id,
        unitId,
        updated: ctx.clock.now(),
      })),
    });
  }
  return saveOpenings(ctx, row, values);
}
