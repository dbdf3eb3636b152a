import { z } from "zod";
import type { Prisma } from "~/db/generated/client";
import { recordAudit } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { changeListing, findListing } from "../reading/find-listing.server";
import type { ListingRow } from "../reading/listing-row";
import { familyTextSchema } from "../reading/listing-card";
import { numberToCall } from "../reading/number-to-call";
import { dialled } from "./listing-answers";
import { sectionProgress } from "./listing-sections";
import { saveSuggestedHours, saveSuggestedPlace } from "../places/save-suggested-place.server";
import { suggestedValues } from "./suggested-fields";

const applyFieldsSchema = z.object({
  id: z.string(),
  version: z.coerce.number().int(),
  /** As the agency's person leaves them; what is left out stays as it is. */
  values: z
    .object({
      ...suggestedValues,
      name: suggestedValues.name.pipe(z.string().min(1, "required")),
      phone: suggestedValues.phone.pipe(dialled(40)),
      hours: suggestedValues.hours.pipe(z.string().min(1, "required")),
      url: suggestedValues.url.pipe(z.url({ protocol: /^https?$/, error: "url" })),
    })
    .partial(),
});

async function savePhone(ctx: Ctx, row: ListingRow, number: string): Promise<void> {
  const first = numberToCall(row.phones);
  if (first) await ctx.tx.phone.update({ where: { id: first.id }, data: { number } });
  else {
    const own = { jurisdictionId: row.jurisdictionId, serviceId: row.id };
    await ctx.tx.phone.create({ data: { id: newId(ctx.clock.now()), ...own, number } });
  }
}

/** A name and a summary stand in the listing's own column and in the words that families read. */
function withFamilyWords(
  row: ListingRow,
  values: { name?: string; description?: string },
): Prisma.InputJsonObject {
  const text = familyTextSchema.parse(row.familyText ?? {});
  const own = {
    ...(values.name && { name: values.name }),
    ...(values.description && { summary: values.description }),
  };
  return { ...text, en: { ...text["en"], ...own } } as Prisma.InputJsonObject;
}

/** Parts of a draft for which something was told; a person completes them. */
function begun(row: ListingRow, values: { phone?: string; hours?: string; place?: string }) {
  const told = {
    ...(values.phone && { how_to_join: "in_progress" as const }),
    ...((values.hours || values.place) && { when_where: "in_progress" as const }),
  };
  return { ...sectionProgress(row.sections), ...told };
}

/**
 * Changes single fields of a listing as the agency, with history, and answers the new version. It is not a check of the listing.
 * Throws Invalid (required, phone, url, too_long, address, several_places, hidden_place; {"": ["nothing"]} without any value), NotFound, Conflict("listing_changed").
 */
export async function applySuggestedFields(
  ctx: Ctx,
  input: z.input<typeof applyFieldsSchema>,
): Promise<number> {
  const { id, version, values } = parseInput(applyFieldsSchema, input);
  if (Object.keys(values).length === 0) throw new Invalid({ "": ["nothing"] });
  const before = await findListing(ctx, "write", id);
  const { phone, hours, place, ...columns } = values;
  const data: Prisma.ServiceUncheckedUpdateManyInput = { ...columns };
  if (columns.name || columns.description) data.familyText = withFamilyWords(before, columns);
  if (phone) await savePhone(ctx, before, phone);
  if (place) data.confidential = await saveSuggestedPlace(ctx, before, place);
  if (hours) await saveSuggestedHours(ctx, before, hours);
  if (before.listingState === "draft") data.sections = begun(before, values);
  await changeListing(ctx, "write", { before, version }, data, { action: "update", changedBy: "agency" });
  await recordAudit(ctx, {
    event: "listing.suggestion_applied",
    entity: "Service",
    entityId: id,
    fields: Object.keys(values),
  });
  return version + 1;
}
