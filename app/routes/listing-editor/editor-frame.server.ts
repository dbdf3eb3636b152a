import type { DeskArgs } from "~/auth/desk.server";
import { pathTo } from "~/paths";
import { frameOf } from "../admin/frame-of";
import type { EditorFrame } from "./editor-page";
import { providerFrame } from "../provider/provider-frame.server";

export type EditorDesk = EditorFrame["desk"];

/** Where the listings of the desk are: the provider's own, or the agency's review of everybody's. */
export function listingsPath(desk: EditorDesk, params: DeskArgs["params"]): string {
  return desk === "admin"
    ? pathTo("/admin/listing-review")
    : pathTo("/provider/:org/listings", { org: params.org });
}

/** The frame of the editor on a desk. Throws 403 for a provider's worker, who does not edit. */
export async function editorFrame(args: DeskArgs, desk: EditorDesk): Promise<EditorFrame> {
  const base = listingsPath(desk, args.params);
  if (desk === "admin") return { desk, base, frame: frameOf(args.session) };
  if (args.ctx.actor.role !== "provider_manager") throw new Response(null, { status: 403 });
  return { desk, base, frame: await providerFrame(args) };
}
