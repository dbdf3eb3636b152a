import { redirect } from "@remix-run/node";
import { z } from "zod";
import { admitClaim } from "~/auth/admit-claim.server";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { followVettings, holdMarked } from "~/domain/directory/index.server";
import { recordAgreement, refuseClaim, reopenClaim } from "~/domain/organizations/index.server";
import { sealingFlags } from "~/domain/organizations/vetting.schema";
import {
  restoreOrganization,
  sealOrganization,
  suspendOrganization,
  unsealOrganization,
} from "~/domain/referrals/index.server";
import { pathTo } from "~/paths";

const version = z.object({ version: text });
const claim = version.extend({ claim: text });
const agreement = {
  agreementReference: text,
  agreementSignedOn: text,
  contractNumber: text,
  vettedUntil: text,
  insuranceUntil: z.string().optional(),
  clearancesCheckedOn: z.string().optional(),
};

const mark = version.extend({ flag: z.enum(sealingFlags) });

const idOf = ({ id }: DeskArgs["params"]) => id ?? "";
const done = (params: DeskArgs["params"], notice: string) =>
  redirect(`${pathTo("/admin/organizations/:id", { id: params.id })}?${notice}`, 303);

/** Decisions about an organization or its claim, each back to its page saying what was done. */
export const organizationActs = deskActs({
  accept: [
    claim.extend({ ...agreement, calledListedNumber: text }),
    async ({ ctx, params, input: { claim: claimId, ...input } }) => {
      await admitClaim(ctx, { claimId, ...input });
      await followVettings(ctx);
      return done(params, "accepted");
    },
  ],
  refuse: [
    claim.extend({ reason: text }),
    async ({ ctx, params, input: { claim: claimId, ...input } }) => {
      await refuseClaim(ctx, { claimId, ...input });
      return done(params, "refused");
    },
  ],
  reopen: [
    claim,
    async ({ ctx, params, input: { claim: claimId, ...input } }) => {
      await reopenClaim(ctx, { claimId, ...input });
      return done(params, "reopened");
    },
  ],
  agreement: [
    version.extend(agreement),
    async ({ ctx, params, input }) => {
      await recordAgreement(ctx, { id: idOf(params), ...input });
      await followVettings(ctx);
      return done(params, "agreement");
    },
  ],
  suspend: [
    version.extend({ reason: text }),
    async ({ ctx, params, input }) => {
      await suspendOrganization(ctx, { id: idOf(params), ...input });
      return done(params, "suspended");
    },
  ],
  restore: [
    version,
    async ({ ctx, params, input }) => {
      await restoreOrganization(ctx, { id: idOf(params), ...input });
      return done(params, "restored");
    },
  ],
  seal: [
    mark,
    async ({ ctx, params, input }) => {
      await sealOrganization(ctx, { id: idOf(params), ...input });
      if (input.flag === "victimServiceProvider") await holdMarked(ctx, { organizationId: idOf(params) });
      return done(params, "sealed");
    },
  ],
  unseal: [
    mark.extend({ reason: text }),
    async ({ ctx, params, input }) => {
      await unsealOrganization(ctx, { id: idOf(params), ...input });
      return done(params, "unsealed");
    },
  ],
});
