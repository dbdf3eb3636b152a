import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import type { ListingRow } from "../reading/listing-row";
import { asColumn, dateOf } from "../../kernel/calendar";
import { type HourValues, shownDays, weekdays } from "../places/place-answers";
import { exceptionLine, type HoursException, lineOfRow, shownTime } from "./hours-exceptions";

type Owner = { serviceId: string } | { serviceAtLocationId: string };
type Schedule = ListingRow["schedules"][number];
type Usual = Omit<HourValues, "exceptions">;

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  weekdays.every((day) => one.includes(day) === other.includes(day));
/**
 * What a form says of the usual hours beside what it showed of them: what was not changed stays as it is, also the part of a
 * source's rule (every second week, the first Tuesday of a month) that the form has no question for. New days are a rule of
 * their own, of every week.
 */
function changedHours(usual: Schedule | undefined, values: Usual): Prisma.ScheduleUncheckedUpdateInput {
  const { byday, opensAt, closesAt, startsOn, hoursNote } = values;
  const days = sameList(shownDays(usual?.byday ?? []), byday)
    ? {}
    : {
        byday,
        freq: null,
        interval: null,
        bymonthday: null,
        byweekno: null,
        byyearday: null,
        dtstart: null,
        count: null,
      };
  const shownStart = usual?.validFrom ? dateOf(usual.validFrom) : null;
  return {
    ...days,
    ...(shownTime(usual?.opensAt ?? null) === opensAt ? {} : { opensAt }),
    ...(shownTime(usual?.closesAt ?? null) === closesAt ? {} : { closesAt }),
    ...((usual?.description ?? null) === hoursNote ? {} : { description: hoursNote }),
    ...(shownStart === startsOn ? {} : { validFrom: startsOn === null ? null : asColumn(startsOn) }),
  };
}

/** Whether a row says anything still when the form is empty. */
const saysMore = (row: Schedule | undefined): boolean =>
  row !== undefined &&
  [row.bymonthday, row.byyearday, row.byweekno, row.dtstart, row.scheduleLink, row.notes].some(
    (one) => one !== null,
  );

async function saveUsual(
  ctx: Ctx,
  usual: Schedule | undefined,
  values: Usual,
  own: () => Prisma.ScheduleUncheckedCreateInput,
): Promise<void> {
  const data = changedHours(usual, values);
  if (usual && Object.keys(data).length === 0) return;
  const counted = data.byday === undefined && (usual?.byday ?? []).length > 0;
  const says =
    values.byday.length > 0 ||
    values.opensAt !== null ||
    values.closesAt !== null ||
    values.hoursNote !== null;
  if (says || counted || (data.byday === undefined && saysMore(usual))) {
    // The same row: its history, and whoever reads it as open data, know it by its id.
    if (usual) await ctx.tx.schedule.update({ where: { id: usual.id }, data });
    else
      await ctx.tx.schedule.create({ data: { ...own(), ...(data as Prisma.ScheduleUncheckedCreateInput) } });
  } else if (usual) await ctx.tx.schedule.delete({ where: { id: usual.id } });
}

/** Days that are not as usual: those that the form still names stay as they are, with what it does not show of them. */
async function saveExceptions(
  ctx: Ctx,
  before: readonly Schedule[],
  exceptions: readonly HoursException[],
  own: () => Prisma.ScheduleUncheckedCreateInput,
): Promise<void> {
  const typed = new Map(exceptions.map((one) => [exceptionLine(one), one]));
  const gone = before.filter((row) => {
    const line = lineOfRow(row);
    return line !== null && !typed.delete(line);
  });
  await ctx.tx.schedule.deleteMany({ where: { id: { in: gone.map((row) => row.id) } } });
  await ctx.tx.schedule.createMany({
    data: [...typed.values()].map(({ date, until, ...rest }) => ({
      ...own(),
      ...rest,
      kind: "exception",
      byday: [],
      validFrom: asColumn(date),
      validTo: asColumn(until ?? date),
    })),
  });
}

/** Hours of a listing or of one of its places: the usual ones, and the days that are not, in the jurisdiction's time zone. Others stay as they are. */
export async function saveHours(
  ctx: Ctx,
  owner: Owner,
  before: readonly Schedule[],
  { exceptions, ...values }: HourValues,
): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const { timeZone } = await ctx.tx.jurisdiction.findUniqueOrThrow({
    where: { id: jurisdictionId },
    select: { timeZone: true },
  });
  const [usual] = before.filter((one) => one.kind === "regular");
  // Hours that a place had too stay the place's: hidden, it keeps them.
  const { locationId = null, serviceAtLocationId = null } = usual ?? {};
  const own = (): Prisma.ScheduleUncheckedCreateInput => ({
    id: newId(ctx.clock.now()),
    jurisdictionId,
    locationId,
    serviceAtLocationId,
    ...owner,
    timeZone,
  });
  await saveUsual(ctx, usual, values, own);
  await saveExceptions(ctx, before, exceptions, own);
}
