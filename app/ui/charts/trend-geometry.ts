import { scaleLinear, scalePoint } from "d3-scale";
import { area, line } from "d3-shape";
import { hatchedZones, shownRuns, type ChartPoint, type Placed } from "./chart-point";

export type Frame = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
};

export type TrendShape = {
  lines: string[];
  bands: string[];
  dots: { x: number; y: number }[];
  last?: { x: number; y: number };
  zones: { x: number; width: number }[];
  x: (index: number) => number;
  y: (value: number) => number;
};

/** Places a series in a frame. `domain` is the y axis from bottom to top; values outside it are cut at the edge. */
export function trendShape(
  points: readonly ChartPoint[],
  domain: readonly [number, number],
  frame: Frame,
): TrendShape {
  const across = scalePoint<number>()
    .domain(points.map((_, index) => index))
    .range([frame.left, frame.right]);
  const up = scaleLinear().domain(domain).range([frame.bottom, frame.top]).clamp(true);
  const x = (index: number) =>
    round(points.length === 1 ? (frame.left + frame.right) / 2 : (across(index) ?? frame.left));
  const y = (value: number) => round(up(value));
  const runs = shownRuns(points);
  const place = ({ index, point }: Placed) => ({ x: x(index), y: y(point.value) });
  const last = runs.at(-1)?.at(-1);
  return {
    lines: runs.filter((run) => run.length > 1).map((run) => draw(run, x, y)),
    bands: runs.map((run) => drawBand(run, x, y)).filter((path) => path !== ""),
    dots: runs.flatMap((run) => (run.length === 1 && run[0] ? [place(run[0])] : [])),
    last: last && place(last),
    zones: hatchedZones(points).map((zone) => zoneOf(zone, points.length, frame, x)),
    x,
    y,
  };
}

function draw(run: Placed[], x: (index: number) => number, y: (value: number) => number): string {
  return (
    line<Placed>()
      .x(({ index }) => x(index))
      .y(({ point }) => y(point.value))(run) ?? ""
  );
}

function drawBand(run: Placed[], x: (index: number) => number, y: (value: number) => number): string {
  const ranged = run.filter(({ point }) => point.low !== undefined && point.high !== undefined);
  if (ranged.length < 2 || ranged.length < run.length) return "";
  const path = area<Placed>()
    .x(({ index }) => x(index))
    .y0(({ point }) => y(point.low ?? point.value))
    .y1(({ point }) => y(point.high ?? point.value));
  return path(ranged) ?? "";
}

/** Half a step to each side of the points it covers, inside the frame. */
function zoneOf(
  { from, to }: { from: number; to: number },
  count: number,
  frame: Frame,
  x: (index: number) => number,
) {
  const half = count > 1 ? (frame.right - frame.left) / (count - 1) / 2 : (frame.right - frame.left) / 2;
  const start = Math.max(frame.left, x(from) - half);
  const end = Math.min(frame.right, x(to) + half);
  return { x: round(start), width: round(end - start) };
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
