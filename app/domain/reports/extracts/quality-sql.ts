import { storageOf, type RecordTable } from "../extract-columns";
import { stagedName } from "../stage-records-sql";
import type { QualityCheckId } from "./quality-checks";

/**
 * What a check counts: rows of an extract that waits, `of` them all and `n` those that fail (or, of a least share, that are
 * met). $1 is the jurisdiction. `before`: held against what was there before the rows are taken in.
 */
export type QualityCount = { needs: readonly RecordTable[]; before?: true; sql: string };

const [removals, children, reports] = [stagedName("removals"), stagedName("children"), stagedName("reports")];
const child = storageOf("children").table;
const kept = (table: RecordTable, alias: string): string =>
  `${storageOf(table).table} ${alias} where ${alias}.jurisdiction_id = $1::uuid`;

const count = (failed: string, from: string): string =>
  `select count(*)::int as "of", count(*) filter (where ${failed})::int as n from ${from}`;

const removalsOfChildren = `${removals} s left join ${child} c on c.jurisdiction_id = $1::uuid and c.child_id = s.child_id`;
const victimsOf = `(select distinct s.child_id from ${reports} s where s.disposition in ('substantiated', 'indicated')) v
  left join ${child} c on c.jurisdiction_id = $1::uuid and c.child_id = v.child_id`;

/** Exits before entries and removals without a day are refused as they are read: their share is of the refused rows. */
export const qualityCounts: Readonly<
  Record<Exclude<QualityCheckId, "exit_before_entry" | "no_removal_date">, QualityCount>
> = {
  ids_not_met_again: {
    ...{ needs: ["removals"], before: true },
    sql: count(
      `not exists (select from ${removals} s where s.child_id = p.child_id)`,
      `(select distinct r.child_id from ${kept("removals", "r")} and r.exit_date is null) p`,
    ),
  },
  dropped_record: {
    ...{ needs: ["removals"], before: true },
    sql: count(
      `not exists (select from ${removals} s where s.removal_id = r.removal_id)`,
      `${kept("removals", "r")} and r.exit_date is null`,
    ),
  },
  born_after_entry: { needs: ["removals"], sql: count("c.dob > s.entry_date", removalsOfChildren) },
  born_after_exit: {
    needs: ["removals"],
    sql: count("c.dob > s.exit_date", `${removalsOfChildren} where s.exit_date is not null`),
  },
  entry_and_exit_same_day: {
    needs: ["removals"],
    sql: count("s.exit_date = s.entry_date", `${removals} s where s.exit_date is not null`),
  },
  no_birth_date: { needs: ["removals"], sql: count("c.dob is null", removalsOfChildren) },
  no_exit_reason: {
    needs: ["removals"],
    sql: count("s.exit_reason is null", `${removals} s where s.exit_date is not null`),
  },
  no_placements: {
    needs: ["removals", "placements"],
    sql: count(
      `not exists (select from ${kept("placements", "p")} and p.removal_id = s.removal_id)`,
      `${removals} s`,
    ),
  },
  all_on_first_removal: {
    needs: ["removals"],
    sql: count(
      "k.removals = 1",
      `(select s.child_id, (select count(*) from ${kept("removals", "r")} and r.child_id = s.child_id) as removals
        from ${removals} s group by s.child_id) k`,
    ),
  },
  report_ids_met_again: {
    ...{ needs: ["reports"], before: true },
    sql: `with given as (select distinct child_id from ${reports})
      select case when exists (select from ${kept("reports", "r")}) then count(*)::int else 0 end as "of",
        count(*) filter (where exists (select from ${kept("reports", "r")} and r.child_id = g.child_id))::int as n from given g`,
  },
  same_id_other_child: {
    ...{ needs: ["children"], before: true },
    sql: count(
      "c.dob <> s.dob or (c.sex <> s.sex and 'unknown' not in (c.sex, s.sex))",
      `${children} s join ${child} c on c.jurisdiction_id = $1::uuid and c.child_id = s.child_id`,
    ),
  },
  victim_without_age: { needs: ["reports"], sql: count("c.dob is null", victimsOf) },
  victims_found_in_care: {
    needs: ["reports", "children"],
    sql: `select case when exists (select from ${children} where afcars_id is not null) or exists (select from ${kept("removals", "r")})
        then count(*)::int else 0 end as "of",
      count(*) filter (where c.afcars_id is not null
        or exists (select from ${kept("removals", "r")} and r.child_id = v.child_id))::int as n from ${victimsOf}`,
  },
};
