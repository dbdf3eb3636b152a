import type { DeskArgs } from "~/auth/desk.server";

/** The bar's facts. */
export const frameOf = ({ name, membership }: DeskArgs["session"]) => ({
  name,
  brand: membership.jurisdictionTitle,
});
