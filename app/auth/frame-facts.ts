import { pathTo } from "~/paths";
import { homeOf } from "./desk-roles";
import type { ResolvedSession } from "./session";

/** What the frame of an account page shows of a session. */
export function frameFacts(session: ResolvedSession): {
  home: string;
  name: string;
  brand: string | undefined;
} {
  const { membership } = session;
  return {
    home: membership ? homeOf(membership.role, membership.organizationId) : pathTo("/account"),
    name: session.name,
    brand: membership?.jurisdictionTitle,
  };
}
