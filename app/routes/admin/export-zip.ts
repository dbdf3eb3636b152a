import { createReadableStreamFromReadable } from "@remix-run/node";
import { deskLoader } from "~/auth/desk.server";
import { spoolHsdsPackage } from "~/interop/hsds/out/spool-hsds-package.server";
import { pathTo, wholeLink } from "~/paths";

/** The directory as one zip: HSDS 3.1 tables and nested objects. */
export const loader = deskLoader(
  "admin",
  async ({ ctx, session, url }) => {
    const { bytes, size } = await spoolHsdsPackage(ctx, {
      format: "both",
      title: session.membership.jurisdictionTitle,
      profile: wholeLink(url, pathTo("/hsds/:list", { list: "profile" })),
    });
    return new Response(createReadableStreamFromReadable(bytes), {
      headers: {
        "Content-Type": "application/zip",
        "Content-Length": String(size),
        "Content-Disposition": 'attachment; filename="directory-hsds.zip"',
        "Cache-Control": "no-store",
      },
    });
  },
  { snapshot: true, timeout: 600_000 },
);
