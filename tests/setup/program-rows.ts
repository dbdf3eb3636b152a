import {
  listProgramFunding,
  listUnmetNeeds,
  readProgramEffect,
  recordUnmetNeed,
} from "../../app/domain/directory/index.server";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import type { Ctx } from "../../app/domain/kernel/context";
import { newId } from "../../app/domain/kernel/ids";

const referrers = {
  hotline_screener: "jurisdiction",
  intake_supervisor: "jurisdiction",
  community_navigator: "jurisdiction",
} as const;

/** What programs work on and who pays: for whoever refers to them, and whoever accounts for them. */
export const programRows = {
  listProgramFunding: {
    may: { program_manager: "jurisdiction" },
    call: (ctx: Ctx) => listProgramFunding(ctx, { size: 5_000 }),
    sees: ({ rows }: Awaited<ReturnType<typeof listProgramFunding>>) => rows.map((row) => row.id),
    row: (target: { id: string }) => target.id,
  },
  readProgramEffect: {
    may: referrers,
    call: (ctx: Ctx, { id }: { id: string }) => readProgramEffect(ctx, { id }),
  },
  listUnmetNeeds: {
    may: { program_manager: "jurisdiction" },
    untargeted: true,
    call: (ctx: Ctx) => listUnmetNeeds(ctx),
  },
  recordUnmetNeed: {
    may: { ...referrers, public: "jurisdiction" },
    untargeted: true,
    call: (ctx: Ctx) =>
      recordUnmetNeed(ctx, {
        wish: newId(),
        criteria: { ...emptyCriteria, needs: ["respite"] },
        open: 0,
      }),
  },
} as const;
