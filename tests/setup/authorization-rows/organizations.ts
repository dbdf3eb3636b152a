import {
  acceptClaim,
  askClaim,
  countOrganizationsWaiting,
  createOrganization,
  findClaimable,
  inviteOrganization,
  listAnswering,
  listOrganizations,
  readJurisdiction,
  readOrganization,
  readOrganizationInvited,
  readSettings,
  recordAgreement,
  refuseClaim,
  reopenClaim,
} from "../../../app/domain/organizations/index.server";
import { intakeRoles } from "../../../app/domain/kernel/actor";
import { newId } from "../../../app/domain/kernel/ids";
import { defineRows, everybody, insertRow, type Reach } from "../authorization-matrix";

const anyone = Object.fromEntries(everybody.map((who) => [who, "jurisdiction"])) as Record<
  (typeof everybody)[number],
  Reach
>;
const intake = Object.fromEntries(intakeRoles.map((who) => [who, "jurisdiction" as const]));
const admin = { jurisdiction_admin: "jurisdiction" } as const;
const claim = {
  name: "Test Person",
  title: "Director",
  email: "first@claim.example",
  phone: "(410) 555-0100",
  secondName: "Test Colleague",
  secondTitle: "Coordinator",
  secondEmail: "second@claim.example",
};
const agreement = { agreementReference: "File 7", vettedUntil: "2099-01-01" };

type Target = { organizationId: string; asked: string; refused: string };

export default defineRows<Target>({
  arrange: async (place, owner) => {
    const [asked, refused] = [newId(), newId()];
    const row = {
      jurisdiction_id: place.jurisdictionId,
      organization_id: place.organizationId,
      name: "Test Person",
      email: "first@claim.example",
      asked_at: new Date(),
    };
    await insertRow(owner, "organization_claim", { ...row, id: asked, status: "asked" });
    await insertRow(owner, "organization_claim", { ...row, id: refused, status: "refused" });
    await owner.query("update organization set version = 1 where id = $1", [place.organizationId]);
    return { organizationId: place.organizationId, asked, refused };
  },
  rows: {
    createOrganization: {
      may: admin,
      untargeted: true,
      call: (ctx) => createOrganization(ctx, { name: "Matrix Organization" }),
    },
    listAnswering: {
      may: anyone,
      untargeted: true,
      call: (ctx, { organizationId }) => listAnswering(ctx, { organizationIds: [organizationId] }),
    },
    noteMailboxAnswered: {
      inside: "written when a referral is answered or a listing confirmed from a mailbox",
    },
    readOrganizationInvited: {
      may: intake,
      call: (ctx, { organizationId }) => readOrganizationInvited(ctx, { organizationId }),
    },
    inviteOrganization: {
      may: intake,
      call: async (ctx, { organizationId }) => {
        await ctx.tx
          .$executeRaw`update membership set ended_at = now() where organization_id = ${organizationId}::uuid`;
        await ctx.tx
          .$executeRaw`update organization set source = 'import' where id = ${organizationId}::uuid`;
        await inviteOrganization(ctx, { organizationId, listingSlug: "program" });
      },
    },
    readJurisdiction: { may: anyone, untargeted: true, call: (ctx) => readJurisdiction(ctx) },
    resolveMailRecipients: { inside: "the mail worker's; it refuses everybody but the system" },
    readClaimNotice: { inside: "the mail worker's; it refuses everybody but the system" },
    changeOrganization: { inside: "written while an organization is suspended, restored or merged" },
    countOpenReferrals: {
      inside: "counted while an administrator reads an organization or a pair of duplicates",
    },
    listSealedOrganizations: { inside: "asked while persons are linked, to leave theirs out" },
    findOrganization: { inside: "read while an organization is suspended, restored or merged" },
    readSettings: { may: anyone, untargeted: true, call: (ctx) => readSettings(ctx) },
    findClaimable: {
      may: { public: "jurisdiction" },
      call: (ctx, { organizationId }) => findClaimable(ctx, { key: organizationId }),
    },
    askClaim: {
      may: { public: "jurisdiction" },
      call: (ctx, { organizationId }) => askClaim(ctx, { ...claim, key: organizationId }),
    },
    listOrganizations: {
      may: admin,
      call: (ctx) => listOrganizations(ctx, {}),
      sees: (page: Awaited<ReturnType<typeof listOrganizations>>) => page.rows.map((row) => row.id),
      row: ({ organizationId }) => organizationId,
    },
    countOrganizationsWaiting: {
      may: admin,
      untargeted: true,
      call: (ctx) => countOrganizationsWaiting(ctx),
    },
    readOrganization: { may: admin, call: (ctx, { organizationId: id }) => readOrganization(ctx, { id }) },
    acceptClaim: {
      may: admin,
      call: (ctx, { asked: claimId }) =>
        acceptClaim(ctx, { claimId, version: 1, ...agreement, calledListedNumber: "on" }),
    },
    refuseClaim: {
      may: admin,
      call: (ctx, { asked: claimId }) => refuseClaim(ctx, { claimId, version: 1, reason: "Not known there" }),
    },
    reopenClaim: {
      may: admin,
      call: (ctx, { refused: claimId }) => reopenClaim(ctx, { claimId, version: 1 }),
    },
    recordAgreement: {
      may: admin,
      call: (ctx, { organizationId: id }) => recordAgreement(ctx, { id, version: 1, ...agreement }),
    },
  },
});
