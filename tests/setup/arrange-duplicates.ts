import type pg from "pg";
import {
  countDuplicates,
  findDuplicates,
  findKeptSlug,
  keepApart,
  listDuplicates,
  listMerges,
  mergePair,
  readDuplicate,
  reopenPair,
  undoMerge,
} from "../../app/domain/directory/index.server";
import { newId } from "../../app/domain/kernel/ids";
import { type Place, type Row, insertRow, readers } from "./authorization-matrix";

export type DuplicateTarget = { pairId: string; apartId: string; mergeId: string };

/** Beside a place's program two more of the same organization: one pair that waits, one kept apart, one merge to undo. */
export async function arrangeDuplicates(place: Place, owner: pg.Pool): Promise<DuplicateTarget> {
  const { jurisdictionId, organizationId, serviceId } = place;
  const target = { pairId: newId(), apartId: newId(), mergeId: newId() };
  const codes = ["need_codes", "staff_languages", "interpreter_languages", "delivery_modes", "times_of_day"];
  const lists = Object.fromEntries(
    [...codes, "protective_factors", "transport_offered"].map((name) => [name, []]),
  );
  const twin = async () => {
    const id = newId();
    const row = {
      id,
      jurisdiction_id: jurisdictionId,
      organization_id: organizationId,
      slug: id,
      name: "Twin",
    };
    await insertRow(owner, "service", { ...row, ...lists });
    return id;
  };
  const pair = async (id: string, status: string) => {
    const [first_id, second_id] = [serviceId, await twin()].sort();
    const row = { id, jurisdiction_id: jurisdictionId, entity: "service", first_id, second_id, status };
    await insertRow(owner, "duplicate_pair", { ...row, evidence: "[]", found_at: new Date() });
  };
  await pair(target.pairId, "open");
  await pair(target.apartId, "apart");
  await insertRow(owner, "merge", {
    id: target.mergeId,
    jurisdiction_id: jurisdictionId,
    entity: "service",
    kept_id: serviceId,
    merged_id: await twin(),
    at: new Date(),
    undo: JSON.stringify({ moved: [], changed: [] }),
  });
  return target;
}

const admin = { jurisdiction_admin: "jurisdiction" } as const;
type Target = DuplicateTarget & { id: string };

/** Who may look for, compare, join and part rows that may be the same. */
export const duplicateRows: Record<string, Row<Target>> = {
  findDuplicates: { may: admin, untargeted: true, call: (ctx) => findDuplicates(ctx) },
  countDuplicates: { may: admin, untargeted: true, call: (ctx) => countDuplicates(ctx) },
  findKeptSlug: {
    may: Object.fromEntries(readers.map((who) => [who, "jurisdiction" as const])),
    untargeted: true,
    call: (ctx) => findKeptSlug(ctx, { slug: "no-such-program" }),
  },
  listDuplicates: {
    may: admin,
    call: (ctx) => listDuplicates(ctx, { entity: "service" }),
    sees: (found: Awaited<ReturnType<typeof listDuplicates>>) => found.pairs.map((pair) => pair.id),
    row: ({ pairId }) => pairId,
  },
  readDuplicate: { may: admin, call: (ctx, { pairId }) => readDuplicate(ctx, { pairId }) },
  keepApart: { may: admin, call: (ctx, { pairId }) => keepApart(ctx, { pairId }) },
  reopenPair: { may: admin, call: (ctx, { apartId: pairId }) => reopenPair(ctx, { pairId }) },
  mergePair: {
    may: admin,
    call: (ctx, { pairId, id: keptId }) =>
      mergePair(ctx, { pairId, keptId, keptVersion: 1, mergedVersion: 1 }),
  },
  listMerges: {
    may: admin,
    call: (ctx) => listMerges(ctx),
    sees: (found: Awaited<ReturnType<typeof listMerges>>) => found.map((merge) => merge.id),
    row: ({ mergeId }) => mergeId,
  },
  undoMerge: { may: admin, call: (ctx, { mergeId }) => undoMerge(ctx, { mergeId }) },
};
