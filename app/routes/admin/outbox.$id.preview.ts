import { deskLoader } from "~/auth/desk.server";
import { readOutboxMessage } from "~/domain/kernel/index.server";

/** Styles of the mail alone: no script, no picture, no form, and only inside our own page's frame. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";

/** A kept mail's HTML, as a response of its own for the sandboxed frame. */
export const loader = deskLoader("admin", async ({ ctx, params }) => {
  const { html } = await readOutboxMessage(ctx, { outboxId: params.id ?? "" });
  if (html === null) throw new Response(null, { status: 404 });
  return new Response(html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Cache-Control": "no-store",
    },
  });
});
