import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import type { ListingRow } from "../reading/listing-row";
import { bandsOf, type CapacityBand } from "../editing/listing-answers";
import type { SectionValues } from "../editing/listing-sections";
import { saveOpenings } from "./save-openings.server";
import { savePlaceCounts } from "./save-place-counts.server";

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

const groupOf = (one: Omit<CapacityBand, "available">): string =>
  [one.ageMinMonths, one.ageMaxMonths, one.language].map((part) => part ?? "").join("/");

/** What the form showed of a row, as it posts it when nobody has changed it; also of a count that it would not take anew. */
function untouched(row: ListingRow, values: SectionValues["openings"]): Set<string> {
  const typed = new Set(
    values.bandAvailable.map((available, at) =>
      [values.bandFrom[at], values.bandTo[at], values.bandLanguage[at], available]
        .map((part) => part ?? "")
        .join("/"),
    ),
  );
  return new Set(
    row.capacities.filter((one) => typed.has(`${groupOf(one)}/${one.available}`)).map((one) => one.id),
  );
}

/** Openings of a listing, with the counts by age and language and by place where they are kept. Answers the columns to set. */
export async function saveCounts(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["openings"],
): Promise<Prisma.ServiceUncheckedUpdateManyInput> {
  const updated = ctx.clock.now();
  const said = new Map(bandsOf(values).map((band) => [groupOf(band), band]));
  const same = untouched(row, values);
  for (const one of row.capacities.filter((each) => groupOf(each) !== "//")) {
    const band = said.get(groupOf(one));
    said.delete(groupOf(one));
    const at = { where: { id: one.id, serviceId: row.id } };
    // Its unit, its most and its words stay: the form counts what is free.
    if (band || same.has(one.id))
      await ctx.tx.serviceCapacity.update({
        ...at,
        data: { updated, ...(band && { available: band.available }) },
      });
    else await ctx.tx.serviceCapacity.deleteMany(at);
  }
  if (said.size > 0) {
    const unitId = await openingUnit(ctx);
    await ctx.tx.serviceCapacity.createMany({
      data: [...said.values()].map((band) => ({
        ...band,
        id: newId(updated),
        jurisdictionId: ctx.actor.jurisdictionId,
        serviceId: row.id,
        unitId,
        updated,
      })),
    });
  }
  const whole = await savePlaceCounts(ctx, row, values);
  if (whole === null) return saveOpenings(ctx, row, values);
  return saveOpenings(ctx, row, { ...values, capacityStatus: whole > 0 ? "open" : "full", available: whole });
}
