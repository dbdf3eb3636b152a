import type { Pair } from "./pair-key";

/** What a run's links follow from, each as one word. */
export type LinkInputs = { persons: string; children: string; decisions: string; method: string };

export type StartedLinkRun = {
  startedAt: Date;
  inputs: LinkInputs;
  rows: { persons: number; children: number };
  /** Pairs that agree exactly, unique on both sides, and that nobody has spoken of. */
  exact: Pair[];
  decisions: (Pair & { kind: "confirm" | "reject" | "aside" | "undo" | "reopen"; changed: boolean })[];
  /** The stored model to weigh with; null: train one. */
  model: { id: string; parameters: unknown; trainedOn: unknown } | null;
};

/** One comparison of a pair in bits: against a stranger, and against another member of the family. */
export type EvidenceLine = { comparison: string; level: string; stranger: number; household: number };

/** A pair as the linker found it. */
export type FoundPair = Pair & {
  zone: "auto" | "review" | "held";
  rule: string;
  weight: number;
  probability: number;
  pattern: number;
  lines: EvidenceLine[];
  /** A rule that no weight overrides keeps it from linking by itself. */
  hardRule: boolean;
  /** Keys of the pairs of the same two families that it rests on. */
  restsOn: string[];
};

export type NewModel = { method: string; engine: string; parameters: object; trainedOn: object };

/** What the linker made of the two sides; `found` is empty where it could not weigh them. */
export type LinkOutcome = {
  engine: string;
  /** Null where the stored model was used, or none could be trained. */
  trained: NewModel | null;
  found: FoundPair[];
  /** What was expected: both thresholds, chances by bins, and by groups (describe-report.ts). */
  thresholds: object;
  /** Whether scored pairs may link by themselves (link-limits.ts). */
  mayLink: boolean;
  status: "done" | "exact_only";
};

export const scoredRule = "scored.1";
export const reviewedRule = "reviewed.1";
