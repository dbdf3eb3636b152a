import {
  changeNeed,
  changeSituation,
  deprecateNeed,
  deprecateTerm,
  endSituation,
  followVettings,
  listNeeds,
  listSituations,
  listTerms,
  restoreNeed,
  restoreSituation,
  restoreTerm,
} from "../../app/domain/directory/index.server";
import type { Ctx } from "../../app/domain/kernel/context";
import { newId } from "../../app/domain/kernel/ids";
import { areaRows } from "./area-rows";
import type { Row } from "./authorization-matrix";

const admin = { jurisdiction_admin: "jurisdiction" } as const;
const food = { code: "food", version: 0 };
const grief = { code: "", version: 0, nameEn: "Loss", synonymsEn: "lost my nana", words: "bereavement" };

/** A term of a taxonomy of the whole portal, made where there is none. */
async function anyTerm({ tx }: Ctx): Promise<string> {
  const taxonomy = { id: newId(), name: "Matrix", source: "open-eligibility" };
  await tx.taxonomy.create({ data: taxonomy });
  const { id } = await tx.taxonomyTerm.create({
    data: { id: newId(), taxonomyId: taxonomy.id, name: "Matrix term" },
  });
  return id;
}

/** Who may change the list of needs (everybody reads with it), and what follows a decision about an organization or a suggestion. */
export const needRows = {
  ...areaRows,
  followVettings: { may: admin, untargeted: true, call: (ctx) => followVettings(ctx) },
  refreshOrganization: { inside: "part of suspending, restoring and merging an organization" },
  applySuggestedFields: { inside: "applied while a suggestion is taken" },
  needsInForce: { free: "what every search and form reads with" },
  listNeeds: { may: admin, untargeted: true, call: (ctx) => listNeeds(ctx) },
  changeNeed: {
    may: admin,
    untargeted: true,
    call: (ctx) => changeNeed(ctx, { ...food, nameEn: "Groceries" }),
  },
  deprecateNeed: { may: admin, untargeted: true, call: (ctx) => deprecateNeed(ctx, food) },
  restoreNeed: {
    may: admin,
    untargeted: true,
    call: async (ctx) => {
      await deprecateNeed(ctx, food);
      await restoreNeed(ctx, { ...food, version: 1 });
    },
  },
  listSituations: { may: admin, untargeted: true, call: (ctx) => listSituations(ctx) },
  changeSituation: { may: admin, untargeted: true, call: (ctx) => changeSituation(ctx, grief) },
  endSituation: {
    may: admin,
    untargeted: true,
    call: async (ctx) => endSituation(ctx, { code: await changeSituation(ctx, grief), version: 1 }),
  },
  restoreSituation: {
    may: admin,
    untargeted: true,
    call: async (ctx) => {
      const code = await changeSituation(ctx, grief);
      await endSituation(ctx, { code, version: 1 });
      await restoreSituation(ctx, { code, version: 2 });
    },
  },
  listTerms: { may: admin, untargeted: true, call: (ctx) => listTerms(ctx) },
  deprecateTerm: {
    may: admin,
    untargeted: true,
    call: async (ctx) => deprecateTerm(ctx, { id: await anyTerm(ctx), version: 0 }),
  },
  restoreTerm: {
    may: admin,
    untargeted: true,
    call: async (ctx) => {
      const id = await anyTerm(ctx);
      await deprecateTerm(ctx, { id, version: 0 });
      await restoreTerm(ctx, { id, version: 1 });
    },
  },
} satisfies Record<string, Row<never>>;
