import { readPhoneNumber } from "../../directory/reading/phone-number";
import { z } from "zod";
import { applySuggestedFields, createListing, unpublishListing } from "../../directory/index.server";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { type SuggestionRow, findSuggestion, settleSuggestion } from "./settle-suggestion.server";
import { takeSuggestionSchema } from "./suggestion.schema";

const proposedSchema = z.record(z.string(), z.string());

/** An organization that nobody has claimed, of the name that was given. */
async function unclaimedOrganization(ctx: Ctx, name: string): Promise<string> {
  whereFor(ctx, "write", "Organization");
  const at = ctx.clock.now();
  const id = newId(at);
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.organization.create({
    data: { id, jurisdictionId, name, status: "unclaimed", createdAt: at, lastModified: at },
  });
  await recordAudit(ctx, {
    event: "organization.created",
    entity: "Organization",
    entityId: id,
    fields: ["name"],
  });
  return id;
}

/** A draft of what was suggested; nothing of it is shown before somebody completes and publishes it. */
async function draftOf(ctx: Ctx, row: SuggestionRow, chosen: string | null): Promise<string> {
  const {
    name = "",
    organization = "",
    description,
    phone,
    url,
    hours,
    place,
    eligibilityDescription,
  } = proposedSchema.parse(row.proposed);
  const organizationId = chosen ?? (await unclaimedOrganization(ctx, organization || name));
  const id = await createListing(ctx, { name, organizationId });
  const web = z.url({ protocol: /^https?$/ }).safeParse(url);
  const dial = readPhoneNumber(phone ?? "") ? phone : undefined;
  const values = {
    description,
    phone: dial,
    url: web.success ? web.data : undefined,
    hours,
    place,
    eligibilityDescription,
  };
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value));
  if (Object.keys(known).length > 0) await applySuggestedFields(ctx, { id, version: 1, values: known });
  return id;
}

/**
 * A person of the agency takes a suggestion: a new program becomes a draft, a change is applied field by field as the person
 * leaves it, a closed program is taken out. The same suggestions by others are taken with it. Answers the listing. Throws NotFound,
 * Invalid, Conflict("suggestion_decided", "listing_changed").
 */
export async function takeSuggestion(ctx: Ctx, input: z.input<typeof takeSuggestionSchema>): Promise<string> {
  const { organizationId, listingVersion, values, ...key } = parseInput(takeSuggestionSchema, input);
  const row = await findSuggestion(ctx, key, "open");
  let serviceId = row.serviceId;
  if (row.kind === "new_listing") serviceId = await draftOf(ctx, row, organizationId);
  else if (!serviceId || listingVersion === undefined) throw new NotFound();
  else if (row.kind === "closed")
    await unpublishListing(ctx, { id: serviceId, version: listingVersion, reason: "closed" });
  else await applySuggestedFields(ctx, { id: serviceId, version: listingVersion, values });
  if (!serviceId) throw new Conflict("suggestion_decided");
  await settleSuggestion(ctx, row, { status: "taken", resultServiceId: serviceId });
  await recordAudit(ctx, {
    event: "suggestion.taken",
    entity: "Suggestion",
    entityId: row.id,
    fields: Object.keys(values),
  });
  return serviceId;
}
