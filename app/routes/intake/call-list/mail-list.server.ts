import { redirect } from "@remix-run/node";
import { z } from "zod";
import { deskActs } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { giveDetailsOnly, mailProgramDetails } from "~/domain/referrals/index.server";
import { pathTo } from "~/paths";
import { loadList } from "./load-list.server";

/** The list goes to the address that was said, and stands on the call as given. */
export const listActs = deskActs({
  mail: [
    z.object({ email: text }),
    async ({ input, ...args }) => {
      const { callId, programs, language, program } = await loadList(args);
      const serviceIds = programs.map(({ serviceId }) => serviceId);
      await mailProgramDetails(args.ctx, { callId, serviceIds, email: input.email, language });
      for (const serviceId of serviceIds) await giveDetailsOnly(args.ctx, { serviceId, callId });
      const path = pathTo("/intake/calls/:id/list", { id: callId });
      return redirect(`${path}?mailed${program ? `&program=${program}` : ""}`, 303);
    },
  ],
});
