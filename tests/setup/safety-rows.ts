import {
  countSafetyHolds,
  decideSafetyHold,
  holdMarked,
  holdVictimServices,
  isHeld,
  listSafetyHolds,
} from "../../app/domain/directory/index.server";
import type { Ctx } from "../../app/domain/kernel/context";
import { newId } from "../../app/domain/kernel/ids";
import type { Row } from "./authorization-matrix";

type Target = { id: string; organizationId: string };
const importers = { jurisdiction_admin: "jurisdiction", system: "jurisdiction" } as const;

/** A hold on the target's organization; whoever acts for an organization cannot write one. */
async function held(ctx: Ctx, { organizationId }: Target): Promise<string> {
  const id = newId();
  await ctx.tx
    .$executeRaw`insert into safety_hold (id, jurisdiction_id, organization_id, found_at, evidence, places)
    select ${id}::uuid, jurisdiction_id, id, now(), '[]', '{}' from organization where id = ${organizationId}::uuid and app_organization() is null`;
  return id;
}

/** Imported organizations that may be victim services. */
export const safetyRows: Record<string, Row<Target>> = {
  countSafetyHolds: { may: importers, untargeted: true, call: (ctx) => countSafetyHolds(ctx) },
  holdVictimServices: { may: importers, untargeted: true, call: (ctx) => holdVictimServices(ctx) },
  isHeld: { may: importers, untargeted: true, call: (ctx) => isHeld(ctx, { organizationId: newId() }) },
  listSafetyHolds: { may: importers, untargeted: true, call: (ctx) => listSafetyHolds(ctx) },
  holdMarked: {
    may: importers,
    call: (ctx, { organizationId }) => holdMarked(ctx, { organizationId }),
  },
  decideSafetyHold: {
    may: importers,
    call: async (ctx, target) => decideSafetyHold(ctx, { id: await held(ctx, target), decision: "is_not" }),
  },
};
