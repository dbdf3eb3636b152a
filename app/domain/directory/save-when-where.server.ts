import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { newId } from "../kernel/ids";
import type { ListingRow } from "./find-listing.server";
import type { SectionValues } from "./listing-sections";
import { savePlace } from "./save-place.server";

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** Hours of the listing: the usual ones, and the days that are not, in the jurisdiction's time zone. Others stay as they are. */
async function saveHours(ctx: Ctx, row: ListingRow, values: SectionValues["when_where"]): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: jurisdictionId },
    select: { timeZone: true },
  });
  const { byday, opensAt, closesAt, startsOn, exceptions } = values;
  const [usual] = row.schedules.filter((one) => one.kind === "regular");
  const written = row.schedules.filter((one) => one.kind === "exception").map((one) => one.id);
  await ctx.tx.schedule.deleteMany({
    where: { serviceId: row.id, id: { in: [...(usual ? [usual.id] : []), ...written] } },
  });
  const own = () => ({ id: newId(ctx.clock.now()), jurisdictionId, serviceId: row.id, timeZone });
  const says = byday.length > 0 || opensAt !== null;
  await ctx.tx.schedule.createMany({
    data: [
      ...(says
        ? [{ ...own(), byday, opensAt, closesAt, validFrom: startsOn === null ? null : dateOf(startsOn) }]
        : []),
      ...exceptions.map(({ date, ...rest }) => ({
        ...own(),
        ...rest,
        kind: "exception",
        byday: [],
        validFrom: dateOf(date),
        validTo: dateOf(date),
      })),
    ],
  });
}

/** Saves how, when and at its first place a listing is given. Answers the columns to set. */
export async function saveWhenWhere(
  ctx: Ctx,
  row: ListingRow,
  values: SectionValues["when_where"],
): Promise<Prisma.ServiceUncheckedUpdateManyInput> {
  const [first, ...others] = row.serviceAtLocations;
  await savePlace(ctx, row, first, values, "listing");
  await saveHours(ctx, row, values);
  return {
    deliveryModes: values.deliveryModes,
    timesOfDay: values.timesOfDay,
    confidential:
      values.visibility === "hidden" && others.every(({ location }) => location.visibility === "hidden"),
  };
}
