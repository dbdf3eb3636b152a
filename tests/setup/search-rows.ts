import {
  completeSearchRows,
  countTerms,
  explainFit,
  listMisfits,
  readSearch,
  takeChipFromLine,
} from "../../app/domain/directory/index.server";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import type { Ctx } from "../../app/domain/kernel/context";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import { type Reach, readers, type Row } from "./authorization-matrix";

const importers = { jurisdiction_admin: "jurisdiction" } as const;

const anyone = Object.fromEntries(readers.map((who) => [who, "jurisdiction"])) as Record<
  (typeof readers)[number],
  Reach
>;

type Target = { id: string; slug: string };

/** What searches, and what keeps the rows that a search reads. */
export const searchRows: Record<string, Row<Target>> = {
  explainFit: {
    may: anyone,
    call: async (ctx: Ctx, { id, slug }) => {
      await writeSearchRows(ctx, [id]);
      return explainFit(ctx, { slug, criteria: { ...emptyCriteria, needs: ["food"] } });
    },
  },
  completeSearchRows: { may: importers, untargeted: true, call: (ctx) => completeSearchRows(ctx) },
  readSearch: { may: anyone, untargeted: true, call: (ctx) => readSearch(ctx, { line: "food" }) },
  takeChipFromLine: {
    may: anyone,
    untargeted: true,
    call: (ctx) => takeChipFromLine(ctx, { line: "food 21215", chip: "need:food" }),
  },
  listMisfits: {
    may: anyone,
    untargeted: true,
    call: (ctx) => listMisfits(ctx, { criteria: { ...emptyCriteria, needs: ["food"] } }),
  },
  countTerms: { may: importers, untargeted: true, call: (ctx) => countTerms(ctx) },
};
