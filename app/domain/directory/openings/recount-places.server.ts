import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import type { ListingRow } from "../reading/listing-row";
import { statusOfCount } from "./capacity";
import { type CountedPlace, wholeOfPlaces } from "./capacity-at-place";
import { saveOpenings } from "./save-openings.server";

const nobodyKnows = { capacityStatus: null, available: null, waitlistDays: null, waitlistLength: null };

/**
 * The whole of a listing whose openings are counted by place, after one of its places was counted or left out: their sum, known since
 * the oldest of them. Answers the columns to set; the caller writes them with its guard.
 */
export async function recountPlaces(
  ctx: Ctx,
  row: ListingRow,
  places: readonly CountedPlace[],
): Promise<Prisma.ServiceUncheckedUpdateManyInput> {
  const whole = wholeOfPlaces(places);
  if (!whole) return { ...(await saveOpenings(ctx, row, nobodyKnows)), capacityAsOf: null };
  const { waitlistDays, waitlistLength } = row;
  const capacityStatus = statusOfCount(whole.available, waitlistDays ?? waitlistLength);
  const after = { capacityStatus, available: whole.available, waitlistDays, waitlistLength };
  return { ...(await saveOpenings(ctx, row, after)), capacityAsOf: whole.asOf };
}
