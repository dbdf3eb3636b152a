import {
  createOrganization,
  readJurisdiction,
  readSettings,
} from "../../../app/domain/organizations/index.server";
import { defineRows, everybody, type Reach } from "../authorization-matrix";

const anyone = Object.fromEntries(everybody.map((who) => [who, "jurisdiction"])) as Record<
  (typeof everybody)[number],
  Reach
>;

export default defineRows({
  arrange: async () => null,
  rows: {
    createOrganization: {
      may: { jurisdiction_admin: "jurisdiction" },
      untargeted: true,
      call: (ctx) => createOrganization(ctx, { name: "Matrix Organization" }),
    },
    readJurisdiction: { may: anyone, untargeted: true, call: (ctx) => readJurisdiction(ctx) },
    resolveMailRecipients: { inside: "the mail worker's; it refuses everybody but the system" },
    readSettings: { may: anyone, untargeted: true, call: (ctx) => readSettings(ctx) },
  },
});
