import { driveLoad, median, percentile, type Round, type Work } from "./drive-load";

export interface Arm {
  name: string;
  work: Work;
}
export interface ArmResult {
  name: string;
  /** Median over the rounds. */
  perSecond: number;
  /** Milliseconds over all rounds. */
  p50: number;
  p95: number;
  rounds: number[];
}
export interface Ratio {
  median: number;
  min: number;
  max: number;
}

export const concurrency = 8;

/** Runs the arms by turns (A B C, A B C, ...), so that what disturbs the machine disturbs all of them. */
export async function compareArms(arms: Arm[], rounds: number, seconds: number): Promise<ArmResult[]> {
  for (const arm of arms) await driveLoad(arm.work, concurrency, Math.max(1, seconds / 2));
  const measured = new Map<string, Round[]>(arms.map((arm) => [arm.name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const arm of arms) measured.get(arm.name)?.push(await driveLoad(arm.work, concurrency, seconds));
  }
  return arms.map(({ name }) => {
    const all = measured.get(name) ?? [];
    const times = all.flatMap((round) => round.times);
    const speeds = all.map((round) => round.perSecond);
    return {
      name,
      perSecond: median(speeds),
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      rounds: speeds,
    };
  });
}

/** One arm's speed over another's, round by round. */
export function ratioOf(arm: ArmResult, baseline: ArmResult): Ratio {
  const ratios = arm.rounds.map((speed, round) => speed / (baseline.rounds[round] ?? Number.NaN));
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
}
