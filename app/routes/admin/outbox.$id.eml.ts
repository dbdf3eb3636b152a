import { deskLoader } from "~/auth/desk.server";
import { readOutboxMessage } from "~/domain/kernel/index.server";
import { writeEml } from "~/notify/write-eml.server";

/** A kept mail as a file for a mail program. */
export const loader = deskLoader("admin", async ({ ctx, params }) => {
  const { id, subject, html, text, createdAt, to, toEmail } = await readOutboxMessage(ctx, {
    outboxId: params.id ?? "",
  });
  if (!subject || html === null || text === null) throw new Response(null, { status: 404 });
  const file = await writeEml({ id, subject, html, text, createdAt, to: to.masked ?? to.name, toEmail });
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "message/rfc822",
      "Content-Disposition": `attachment; filename="mail-${id}.eml"`,
      "Cache-Control": "no-store",
    },
  });
});
