import type { DeskArgs } from "~/auth/desk.server";
import { listAnswering, readOrganizationInvited } from "~/domain/organizations/index.server";
import type { Words } from "~/locales/words";
import { pathTo, wholeLink } from "~/paths";
import type { FoundListing } from "./search-result";
import type { PanelView } from "./view";

/** Null where somebody of the program's organization answers; else how it can be asked in. */
export async function nobodyAnswers(
  { ctx, url }: DeskArgs,
  { format, language }: Words,
  { organizationId, card }: FoundListing,
): Promise<PanelView["nobody"]> {
  if ((await listAnswering(ctx, { organizationIds: [organizationId] })).size > 0) return null;
  const { hasAddress, at } = await readOrganizationInvited(ctx, { organizationId });
  return {
    claimLink: wholeLink(url, pathTo("/:lang/claim/:key", { lang: language, key: card.slug })),
    mayInvite: hasAddress && at === null,
    invited: at && format.date(at, "long"),
  };
}
