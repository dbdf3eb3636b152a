import {
  endArea,
  listAreaNames,
  listAreas,
  readArea,
  restoreArea,
  saveArea,
  undoAreaChange,
} from "../../app/domain/directory/index.server";
import type { Ctx } from "../../app/domain/kernel/context";
import type { Row } from "./authorization-matrix";

const admin = { jurisdiction_admin: "jurisdiction" } as const;
const hill = { id: "", version: 0, nameEn: "Matrix Hill", zips: "21215" };
const anyArea = async (ctx: Ctx) => ({ id: (await saveArea(ctx, hill)).id, version: 1 });

/** Who may change the areas; a provider's manager fills them in. */
export const areaRows = {
  listAreas: { may: admin, untargeted: true, call: (ctx) => listAreas(ctx) },
  listAreaNames: {
    may: { ...admin, provider_manager: "jurisdiction" },
    untargeted: true,
    call: (ctx) => listAreaNames(ctx),
  },
  readArea: { may: admin, untargeted: true, call: async (ctx) => readArea(ctx, await anyArea(ctx)) },
  saveArea: { may: admin, untargeted: true, call: (ctx) => saveArea(ctx, hill) },
  endArea: { may: admin, untargeted: true, call: async (ctx) => endArea(ctx, await anyArea(ctx)) },
  restoreArea: {
    may: admin,
    untargeted: true,
    call: async (ctx) => {
      const key = await anyArea(ctx);
      await endArea(ctx, key);
      await restoreArea(ctx, { ...key, version: 2 });
    },
  },
  undoAreaChange: {
    may: admin,
    untargeted: true,
    call: async (ctx) => {
      const key = await anyArea(ctx);
      await saveArea(ctx, { ...hill, ...key, zips: "21217" });
      await undoAreaChange(ctx, { ...key, version: 2 });
    },
  },
} satisfies Record<string, Row<never>>;
