import path from "node:path";
import type { Blocking } from "./block-candidates";
import type { Faults } from "./build-dictionaries";
import type { Thresholds } from "./choose-thresholds";
import type { GroupLines } from "./count-groups";
import type { Doubles } from "./find-duplicates";
import type { LinkJob, MappedColumn } from "./link-job";
import type { Sides } from "./linkage-sides";
import type { Completeness, ExpectedBin } from "./summarise-pairs";
import type { Model } from "./train-model";
import { describeModel } from "./weigh-pattern";
import type { Zones } from "./write-links";

/** The version of the method: what makes two runs comparable. */
export const method = "upstream-linkage 2";

export type Findings = {
  sides: Sides;
  columns: MappedColumn[][];
  faults: Faults;
  completeness: Record<string, number>[];
  blocking: Blocking;
  households: { pairs: number; added: number };
  doubles: Doubles;
  lone: number;
  first: Model;
  model: Model;
  thresholds: Thresholds;
  expected: ExpectedBin[];
  estimate: Completeness;
  groups: GroupLines;
  zones: Zones;
  seconds: Record<string, number>;
  engine: string;
};

const describeSide = (file: string, found: Findings, side: number): object => ({
  file: path.basename(file),
  rows: found.sides.rows[side],
  columns: Object.fromEntries((found.columns[side] ?? []).map(({ column, role }) => [column, role])),
  completeness: found.completeness[side],
  birth_date_faults: found.faults[side],
});

/** Digits that a reader needs, and that say the same on every run. */
const round = (value: number): number => Number(value.toPrecision(6));

const describeTraining = ({ first, model, sides, lone }: Findings): object => ({
  prior_same_person: round(model.priorM),
  prior_same_household: round(model.priorH),
  expected_links: Math.round(model.priorM * sides.totalPairs),
  left_over_bits: round(lone),
  iterations: first.iterations + (model === first ? 0 : model.iterations),
  levels: describeModel(model),
});

const describeCounts = ({ zones, sides, blocking, households, doubles }: Findings): object => ({
  total_pairs: sides.totalPairs,
  candidates: blocking.pairs + households.added,
  candidates_by_rule: { ...blocking.byRule, household: households.added },
  household_evidence: households.pairs,
  ...(sides.isWithin ? {} : { doubles_a: doubles.a, doubles_b: doubles.b }),
  links: zones.auto + zones.review + zones.none + (zones.held ?? 0),
  ...zones,
});

const describeBlocking = ({ blocking, estimate }: Findings): object => ({
  completeness_estimate: estimate.estimate,
  expected_true: estimate.expectedTrue,
  found_by_one_rule: estimate.foundOnce,
  found_by_two_rules: estimate.foundTwice,
  dropped_keys_by_rule: blocking.droppedKeys,
  heaviest_dropped_keys: blocking.dropped.map(({ rule, rowsA, rowsB, exampleA }) => ({
    rule,
    rows_a: rowsA,
    rows_b: rowsB,
    example_id_a: exampleA,
  })),
});

/**
 * What the model expects by group: of the links that are there, the share that links by itself, and false ones among
 * those. Nobody has looked at these pairs: it is an expectation, and of pairs that were compared.
 */
const describeGroups = (groups: GroupLines): object =>
  Object.fromEntries(
    Object.entries(groups).map(([group, lines]) => [
      group,
      lines.map((line) => ({
        value: line.value,
        records_a: line.records,
        linked: line.auto,
        to_review: line.review,
        expected_links: round(line.expectedTrue),
        expected_recall_auto:
          line.expectedTrue === 0 ? null : round(line.expectedTrueAuto / line.expectedTrue),
        expected_false_auto: round(line.expectedFalseAuto),
      })),
    ]),
  );

/** REPORT.json (contracts.md section 2) and one line of it. It holds ids and counts, and nobody's name or birth date. */
export function describeReport(job: LinkJob, found: Findings): { report: object; summary: string } {
  const { zones, thresholds, seconds } = found;
  const total = Object.values(seconds).reduce((sum, one) => sum + one, 0);
  const report = {
    method,
    engine: found.engine,
    mode: found.sides.isWithin ? "dedupe" : "link",
    a: describeSide(job.a, found, 0),
    b: job.b === null ? null : describeSide(job.b, found, 1),
    counts: describeCounts(found),
    thresholds: {
      auto: thresholds.auto,
      review: thresholds.review,
      expected_false_share_auto: round(thresholds.expectedFalseShare),
      expected_missed_share: round(thresholds.expectedMissedShare),
      review_cut_by_budget: thresholds.reviewCutByBudget,
    },
    parameters: describeTraining(found),
    blocking: describeBlocking(found),
    calibration: found.expected.map(({ from, to, pairs, expectedTrue }) => ({
      probability_from: from,
      probability_to: to,
      pairs,
      expected_true: expectedTrue,
    })),
    groups: describeGroups(found.groups),
    seconds: { ...seconds, total: Number(total.toFixed(3)) },
  };
  const pairs = zones.auto + zones.review + zones.none;
  const summary = `${pairs} pairs: ${zones.auto} auto, ${zones.review} to review, ${zones.none} others; ${total.toFixed(1)} s`;
  return { report, summary };
}
