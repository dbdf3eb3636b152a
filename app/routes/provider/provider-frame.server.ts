import type { DeskArgs } from "~/auth/desk.server";
import { countDueListings } from "~/domain/directory/index.server";
import { countInbox } from "~/domain/referrals/index.server";
import type { ProviderFrame } from "./provider-page";

/** The bar of a provider's page, with what waits; a page that has listed it says how many itself. */
export async function providerFrame(
  { ctx, session }: DeskArgs,
  listed: Partial<Pick<ProviderFrame, "newReferrals" | "listingsDue">> = {},
): Promise<ProviderFrame> {
  const { membership, name } = session;
  const organizationName = membership.organizationName ?? "";
  return {
    brand: membership.jurisdictionTitle,
    org: membership.organizationId ?? "",
    organizationName,
    user: { name, detail: organizationName || undefined },
    newReferrals: listed.newReferrals ?? (await countInbox(ctx, { stage: "new" })),
    listingsDue: listed.listingsDue ?? (await countDueListings(ctx)),
  };
}
