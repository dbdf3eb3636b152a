import type { z } from "zod";
import { recordAudit } from "../../kernel/index.server";
import { providerRoles, staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { readSettings } from "../../organizations/index.server";
import { checkListing } from "./check-listing";
import { changeListing, findListing } from "../reading/find-listing.server";
import { listingKeySchema } from "../reading/listing-key.schema";
import { sectionProgress } from "./listing-sections";

/** The review rule: where a jurisdiction wants it, a provider's new listing is looked at before it is shown. */
async function mustBeReviewed(ctx: Ctx, row: { publishedAt: Date | null }): Promise<boolean> {
  const provider = ctx.actor.kind === "staff" && providerRoles.includes(ctx.actor.role);
  return provider && row.publishedAt === null && (await readSettings(ctx)).settings.reviewNewListings;
}

/**
 * Publishes a listing whose answers are complete; whoever publishes has checked it. Throws Invalid with the reasons by
 * section (codes of check-listing.ts). Answers "in_review" where a person of the agency looks first, Conflict("do_not_list") for a listing that must stay out, NotFound.
 */
export async function publishListing(
  ctx: Ctx,
  input: z.input<typeof listingKeySchema>,
): Promise<"published" | "in_review"> {
  const key = parseInput(listingKeySchema, input);
  const row = await findListing(ctx, "publish", key.id);
  if (row.listingState === "do_not_list") throw new Conflict("do_not_list");
  const problems = checkListing({
    ...row,
    hasPhone: row.phones.length > 0,
    progress: sectionProgress(row.sections),
  });
  if (Object.keys(problems).length > 0) throw new Invalid(problems as Record<string, string[]>);
  if (await mustBeReviewed(ctx, row)) {
    await changeListing(ctx, "publish", { before: row, version: key.version }, { listingState: "in_review" });
    await recordAudit(ctx, { event: "listing.review_asked", entity: "Service", entityId: key.id });
    return "in_review";
  }
  const at = ctx.clock.now();
  const checked = { assuredAt: at, assuredByUserId: staffUserId(ctx.actor) };
  await changeListing(
    ctx,
    "publish",
    { before: row, version: key.version },
    { listingState: "published", publishedAt: row.publishedAt ?? at, ...checked },
    { action: "publish" },
  );
  await recordAudit(ctx, { event: "listing.published", entity: "Service", entityId: key.id });
  return "published";
}
