import { completeSearchRows, countTerms } from "../../app/domain/directory/index.server";
import type { Row } from "./authorization-matrix";

const importers = { jurisdiction_admin: "jurisdiction" } as const;

/** What keeps the rows that a search reads. */
export const searchRows: Record<string, Row<unknown>> = {
  completeSearchRows: { may: importers, untargeted: true, call: (ctx) => completeSearchRows(ctx) },
  countTerms: { may: importers, untargeted: true, call: (ctx) => countTerms(ctx) },
};
