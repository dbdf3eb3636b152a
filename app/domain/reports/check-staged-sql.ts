import { columnsOf, recordTables, storageOf, type RecordTable } from "./extract-columns";
import type { RemarkCode } from "./remark-codes";
import { stagedName } from "./stage-records-sql";

/**
 * A thing that two rows say together and that cannot be so, or not be known. The rows stay, and are told; which of two is
 * right only the agency knows.
 */
export type StagedCheck = {
  table: RecordTable;
  column: string;
  reason: string;
  code: RemarkCode;
  /** Before the rows are taken in, against what was there; else after, against what is there then. */
  before?: true;
  /** Condition on a waiting row `s`; $1 is the jurisdiction. */
  where: string;
};

const [children, removals] = [storageOf("children").table, storageOf("removals").table];
const here = (alias: string): string => `${alias}.jurisdiction_id = $1::uuid`;
const isUnlisted = (column: string): string =>
  `not exists (select from ${children} a where ${here("a")} and a.child_id = s.${column})`;

const childColumns = recordTables.flatMap((table) =>
  table === "children"
    ? []
    : columnsOf(table)
        .filter(({ name }) => name === "child_id" || name === "sibling_child_id")
        .map(({ name }) => ({ table, name })),
);

const unlistedChildren = childColumns.map(
  ({ table, name }): StagedCheck => ({
    table,
    column: name,
    reason: "is a child whom no file of children lists",
    code: "unlisted_child",
    where: isUnlisted(name),
  }),
);

const removalOf = (more: string): string =>
  `exists (select from ${removals} r where ${here("r")} and r.removal_id = s.removal_id and ${more})`;

export const stagedChecks: readonly StagedCheck[] = [
  {
    table: "children",
    column: "dob",
    reason: "is another birth date than an earlier extract gave this child",
    code: "birth_date_changed",
    before: true,
    where: `exists (select from ${children} a where ${here("a")} and a.child_id = s.child_id and a.dob <> s.dob)`,
  },
  ...unlistedChildren,
  {
    table: "removals",
    column: "entry_date",
    reason: "is before the child's birth date",
    code: "entry_before_birth",
    where: `exists (select from ${children} a where ${here("a")} and a.child_id = s.child_id and s.entry_date < a.dob)`,
  },
  {
    table: "removals",
    column: "entry_date",
    reason: "is inside another removal of the same child, or has one inside",
    code: "overlapping_removals",
    where: `exists (select from ${removals} r where ${here("r")} and r.child_id = s.child_id and r.removal_id <> s.removal_id
      and r.entry_date < coalesce(s.exit_date, 'infinity') and s.entry_date < coalesce(r.exit_date, 'infinity'))`,
  },
  {
    table: "placements",
    column: "removal_id",
    reason: "is a removal that no file of removals lists",
    code: "unlisted_removal",
    where: `not ${removalOf("true")}`,
  },
  {
    table: "placements",
    column: "start_date",
    reason: "is before the removal began or after it ended",
    code: "outside_removal",
    where: removalOf("(s.start_date < r.entry_date or s.start_date > r.exit_date)"),
  },
];

/** Answers one row a line that fails, with how many there are in all; the first thousand. */
export function findFailedSql({ table, where }: StagedCheck): string {
  return `select line, (count(*) over ())::int as total from ${stagedName(table)} s where ${where} order by line limit 1000`;
}
