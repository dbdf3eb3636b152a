import { redirect } from "@remix-run/node";
import { accountLoader } from "~/auth/account-page.server";
import { homeOf } from "~/auth/desk-roles";
import { pathTo } from "~/paths";

/** The short address of a desk, as it is said on the phone: leads to where its own person works. */
export const loader = accountLoader(async ({ session: { membership } }) => {
  throw redirect(membership ? homeOf(membership.role, membership.organizationId) : pathTo("/choose"));
});
