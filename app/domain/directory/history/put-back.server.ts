import type { FieldChange, Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { familyTextSchema } from "../reading/listing-card";
import { storedExtension } from "../reading/phone-number";
import type { ListingRow } from "../reading/listing-row";
import { isConfidential, openPlaces } from "../places/open-places";
import { fieldsOfListing } from "./fields-of-listing.server";
import { type ListingColumnName, listingColumns, textToColumn } from "./listing-columns";

export type KeptChange = FieldChange;
/** How a former value is put back: columns of the listing itself, or a step on one of its rows. */
export type PutBack = {
  data: Prisma.ServiceUncheckedUpdateManyInput;
  step?: (ctx: Ctx) => Promise<unknown>;
};

const columnNames = Object.keys(listingColumns) as ListingColumnName[];
/** Never empty on a published listing. */
const needed: readonly string[] = ["name", "need_codes", "staff_languages", "delivery_modes", "number"];

function putBackText(row: ListingRow, { field, previous }: KeptChange): PutBack | null {
  const [root, language = "", name = ""] = field.split(".");
  if (root !== "family_text" || !language || !name) return null;
  const text = familyTextSchema.parse(row.familyText);
  const words: Record<string, string | undefined> = { ...text[language], [name]: previous ?? undefined };
  const kept = Object.fromEntries(Object.entries(words).filter(([, value]) => value));
  return { data: { familyText: { ...text, [language]: kept } as Prisma.InputJsonObject } };
}

function putBackPhone(row: ListingRow, change: KeptChange): PutBack | null {
  const phone = row.phones.find((one) => one.id === change.entityId);
  if (!phone || !["number", "extension"].includes(change.field)) return null;
  const value =
    change.field === "number" ? { number: change.previous ?? "" } : storedExtension(change.previous);
  return { data: {}, step: (ctx) => ctx.tx.phone.update({ where: { id: phone.id }, data: value }) };
}

/** A place that was closed is opened again, and one that was opened is closed. */
function putBackPlace(row: ListingRow, change: KeptChange): PutBack | null {
  const place = row.serviceAtLocations.find((one) => one.id === change.entityId);
  if (!place || change.field !== "place_closed") return null;
  const opens = change.previous === null;
  const shown = [...openPlaces(row).filter((one) => one !== place), ...(opens ? [place] : [])];
  const visibilities = shown.map(({ location }) => location.visibility);
  return {
    data: { confidential: isConfidential(visibilities, row.confidential) },
    step: (ctx) =>
      ctx.tx.serviceAtLocation.update({
        where: { id: place.id },
        data: { closedAt: opens ? null : ctx.clock.now() },
      }),
  };
}

function putBackColumn(row: ListingRow, change: KeptChange): PutBack | null {
  const name = columnNames.find((one) => listingColumns[one].field === change.field);
  if (!name || !listingColumns[name].plain) return putBackText(row, change);
  return { data: { [name]: textToColumn(listingColumns[name].kind, change.previous) } };
}

/**
 * How one change of a listing is taken back, or null where it cannot be by itself: the field is tied to others, was changed
 * again since, is empty because its place is hidden, or must not become empty.
 */
export function putBack(row: ListingRow, change: KeptChange): PutBack | null {
  if (change.previous === change.replacement || (change.previous === null && needed.includes(change.field)))
    return null;
  const now = fieldsOfListing(row).find(
    (fact) =>
      fact.entity === change.entity && fact.entityId === change.entityId && fact.field === change.field,
  );
  if ((now?.value ?? null) !== change.replacement) return null;
  if (change.entity === "phone") return putBackPhone(row, change);
  if (change.entity === "service_at_location") return putBackPlace(row, change);
  return change.entity === "service" ? putBackColumn(row, change) : null;
}
