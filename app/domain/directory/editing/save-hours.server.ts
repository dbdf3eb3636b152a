import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import type { ListingRow } from "../reading/listing-row";
import { asColumn } from "../../kernel/calendar";
import type { HourValues } from "../places/place-answers";

type Owner = { serviceId: string } | { serviceAtLocationId: string };

/** Hours of a listing or of one of its places: the usual ones, and the days that are not, in the jurisdiction's time zone. Others stay as they are. */
export async function saveHours(
  ctx: Ctx,
  owner: Owner,
  before: ListingRow["schedules"],
  { byday, opensAt, closesAt, startsOn, hoursNote, exceptions }: HourValues,
): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: jurisdictionId },
    select: { timeZone: true },
  });
  const [usual] = before.filter((one) => one.kind === "regular");
  const written = before.filter((one) => one.kind === "exception").map((one) => one.id);
  await ctx.tx.schedule.deleteMany({
    where: { ...owner, id: { in: [...(usual ? [usual.id] : []), ...written] } },
  });
  // Hours that a place had too stay the place's: hidden, it keeps them.
  const { locationId = null, serviceAtLocationId = null } = usual ?? {};
  const own = () => ({
    id: newId(ctx.clock.now()),
    jurisdictionId,
    locationId,
    serviceAtLocationId,
    ...owner,
    timeZone,
  });
  const says = byday.length > 0 || opensAt !== null || hoursNote !== null;
  await ctx.tx.schedule.createMany({
    data: [
      ...(says
        ? [
            {
              ...own(),
              // The same row: its history, and whoever reads it as open data, know it by its id.
              ...(usual ? { id: usual.id } : {}),
              byday,
              opensAt,
              closesAt,
              description: hoursNote,
              validFrom: startsOn === null ? null : asColumn(startsOn),
            },
          ]
        : []),
      ...exceptions.map(({ date, ...rest }) => ({
        ...own(),
        ...rest,
        kind: "exception",
        byday: [],
        validFrom: asColumn(date),
        validTo: asColumn(date),
      })),
    ],
  });
}
