import { redirect } from "@remix-run/node";
import { admitClaim } from "~/auth/admit-claim.server";
import type { DeskArgs } from "~/auth/desk.server";
import { followVettings } from "~/domain/directory/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { recordAgreement, refuseClaim, reopenClaim } from "~/domain/organizations/index.server";
import { restoreOrganization, suspendOrganization } from "~/domain/referrals/index.server";

const read = (form: FormData) => {
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 5000);
  const key = { version: text("version") };
  return {
    claim: { claimId: text("claim"), ...key },
    organization: (id: string) => ({ id, ...key }),
    agreement: {
      agreementReference: text("agreementReference"),
      agreementSignedOn: text("agreementSignedOn"),
      contractNumber: text("contractNumber"),
      vettedUntil: text("vettedUntil"),
    },
    reason: text("reason"),
    called: text("calledListedNumber"),
  };
};

/** One decision about an organization or its claim, then back to its page saying what was done. */
export async function actOnOrganization({ ctx, params, form }: DeskArgs & { form: FormData }) {
  const id = params.id ?? "";
  const { claim, organization, agreement, reason, called } = read(form);
  const done = (notice: string) => redirect(`/admin/organizations/${id}?${notice}`, 303);
  switch (form.get("intent")) {
    case "accept":
      // The schema refuses anything but the tick itself.
      await admitClaim(ctx, { ...claim, ...agreement, calledListedNumber: called as "on" });
      await followVettings(ctx);
      return done("accepted");
    case "refuse":
      await refuseClaim(ctx, { ...claim, reason });
      return done("refused");
    case "reopen":
      await reopenClaim(ctx, claim);
      return done("reopened");
    case "agreement":
      await recordAgreement(ctx, { ...organization(id), ...agreement });
      await followVettings(ctx);
      return done("agreement");
    case "suspend":
      await suspendOrganization(ctx, { ...organization(id), reason });
      return done("suspended");
    case "restore":
      await restoreOrganization(ctx, organization(id));
      return done("restored");
    default:
      throw new NotFound();
  }
}
