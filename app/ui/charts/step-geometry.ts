import { scaleLinear } from "d3-scale";
import { area, curveStepAfter, line } from "d3-shape";
import { round, type Frame } from "./trend-geometry";

/** Share that has happened by `day` (0 to 1), with its band. The curve holds its height until the next step. */
export type Step = { day: number; share: number; low?: number; high?: number };

export type StepScale = { x: (day: number) => number; y: (share: number) => number };

export function stepScale(days: number, frame: Frame): StepScale {
  const across = scaleLinear()
    .domain([0, Math.max(days, 1)])
    .range([frame.left, frame.right])
    .clamp(true);
  const up = scaleLinear().domain([0, 1]).range([frame.bottom, frame.top]).clamp(true);
  return { x: (day) => round(across(day)), y: (share) => round(up(share)) };
}

/** From nobody on day 0 to the last day of the chart; nothing is drawn beyond what was watched (`watched` days). */
export function stepsUpTo(steps: readonly Step[], days: number, watched = days): Step[] {
  const end = Math.min(days, watched);
  const inside = [...steps].sort((one, other) => one.day - other.day).filter((step) => step.day <= end);
  const first = inside[0]?.day === 0 ? [] : [{ day: 0, share: 0, low: 0, high: 0 }];
  const last = inside.at(-1);
  const tail = last && last.day < end ? [{ ...last, day: end }] : [];
  return [...first, ...inside, ...tail];
}

export function stepLine(steps: readonly Step[], { x, y }: StepScale): string {
  return (
    line<Step>()
      .x((step) => x(step.day))
      .y((step) => y(step.share))
      .curve(curveStepAfter)([...steps]) ?? ""
  );
}

export function stepBand(steps: readonly Step[], { x, y }: StepScale): string {
  if (steps.some((step) => step.low === undefined || step.high === undefined)) return "";
  const path = area<Step>()
    .x((step) => x(step.day))
    .y0((step) => y(step.low ?? step.share))
    .y1((step) => y(step.high ?? step.share));
  return path.curve(curveStepAfter)([...steps]) ?? "";
}

/** Heights for labels at the end of curves, kept at least `room` apart, inside the frame, in the order of the curves. */
export function spreadLabels(heights: readonly number[], room: number, frame: Frame): number[] {
  const order = heights
    .map((height, index) => ({ height, index }))
    .sort((one, other) => one.height - other.height);
  let floor = frame.top + 12;
  const placed = order.map(({ height, index }) => {
    const at = Math.max(height, floor);
    floor = at + room;
    return { at, index };
  });
  const over = Math.max(0, (placed.at(-1)?.at ?? 0) - frame.bottom);
  return heights.map((_, index) => round((placed.find((label) => label.index === index)?.at ?? 0) - over));
}
