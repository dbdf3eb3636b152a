/**
 * One value on a chart. Only `shown` points carry numbers onto the page: a hidden cell (too few families), an immature
 * cohort and a missing value are drawn as gaps or hatching, whatever else the caller passes.
 */
export type ChartPoint =
  | { state: "shown"; label: string; value: number; low?: number; high?: number }
  | { state: "hidden" | "immature" | "missing"; label: string };

export type ShownPoint = Extract<ChartPoint, { state: "shown" }>;
export type Placed = { index: number; point: ShownPoint };

/** Runs of neighbouring points that may be joined by a line; a gap is never bridged. */
export function shownRuns(points: readonly ChartPoint[]): Placed[][] {
  const runs: Placed[][] = [];
  points.forEach((point, index) => {
    if (point.state !== "shown") return;
    const last = runs.at(-1);
    if (last && last.at(-1)?.index === index - 1) last.push({ index, point });
    else runs.push([{ index, point }]);
  });
  return runs;
}

/** Neighbouring stretches of points that are not shown, as first and last index. */
export function hatchedZones(points: readonly ChartPoint[]): { from: number; to: number }[] {
  const zones: { from: number; to: number }[] = [];
  points.forEach((point, index) => {
    if (point.state === "shown" || point.state === "missing") return;
    const last = zones.at(-1);
    if (last && last.to === index - 1) last.to = index;
    else zones.push({ from: index, to: index });
  });
  return zones;
}
