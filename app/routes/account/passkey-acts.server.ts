import { redirect } from "@remix-run/node";
import { z } from "zod";
import { accountActs } from "~/auth/account-page.server";
import { addPasskey } from "~/auth/add-passkey.server";
import { text } from "~/auth/form-fields";
import { removePasskey } from "~/auth/remove-passkey.server";
import { renamePasskey } from "~/auth/rename-passkey.server";
import { pathTo } from "~/paths";

const back = (notice: string) => redirect(`${pathTo("/account")}?${notice}#passkeys`, 303);

/** The acts on a person's own passkeys: add one, call it otherwise, remove it. */
export const passkeyActs = accountActs({
  "add-passkey": [
    z.object({ name: text, passkey: text }),
    async ({ request, session, input }) => {
      await addPasskey(session, request.headers, input);
      return back("passkeyAdded");
    },
  ],
  "rename-passkey": [
    z.object({ key: text, name: text }),
    async ({ session, input }) => {
      await renamePasskey(session, input);
      return back("saved");
    },
  ],
  "remove-passkey": [
    z.object({ key: text }),
    async ({ session, input }) =>
      back((await removePasskey(session, input.key)) ? "passkeyRemoved" : "passkeyGone"),
  ],
});
