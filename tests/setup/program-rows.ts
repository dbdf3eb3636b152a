import {
  listProgramFunding,
  listUnmetNeeds,
  readProgram,
  readProgramEffect,
  recordUnmetNeed,
} from "../../app/domain/directory/index.server";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import type { Ctx } from "../../app/domain/kernel/context";
import { type Reach, readers } from "./authorization-matrix";
import { newId } from "../../app/domain/kernel/ids";

const anyone = Object.fromEntries(readers.map((who) => [who, "jurisdiction"])) as Record<
  (typeof readers)[number],
  Reach
>;
const referrers = {
  hotline_screener: "jurisdiction",
  intake_supervisor: "jurisdiction",
  community_navigator: "jurisdiction",
} as const;

/** What programs work on and who pays: for whoever refers to them, and whoever accounts for them. */
export const programRows = {
  readProgram: {
    may: anyone,
    call: async (ctx: Ctx, { id }: { id: string }) => {
      await writeSearchRows(ctx, [id]);
      return readProgram(ctx, { id });
    },
    sees: (found: Awaited<ReturnType<typeof readProgram>>) => (found ? [found.id] : []),
    row: (target: { id: string }) => target.id,
  },
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
