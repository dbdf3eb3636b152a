import type { Here } from "./here.server";
import type { ResolvedSession } from "./session";

declare module "@remix-run/server-runtime" {
  /** What server.ts hands to every loader and action. */
  interface AppLoadContext {
    cspNonce: string;
    requestId: string;
    clientIp: string;
    session: ResolvedSession | null;
    /** Where it was asked; without it, the jurisdiction that was made first. */
    here?: Here;
  }
}

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}
