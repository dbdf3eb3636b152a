import type { MeasureResult } from "./measure-result";
import type { Line } from "./recover-cells";
import { suppressTable } from "./suppress-table";
import type { Cell } from "./table-parts";

/** A hidden count is null; `isSmall` when it is itself 1 to 10. `open`: families still on their way to the step. */
export type FlowStep = { name: string; families: number | null; open: number | null; isSmall: boolean };
export type FlowReason = { code: string; families: number | null; isSmall: boolean };
export type Flow = {
  period: [string, string];
  dataThrough: string;
  steps: FlowStep[];
  reasons: FlowReason[];
  notStarted: number | null;
};

const steps = ["referred", "reached", "enrolled", "first_session", "finished"];

/** Hidden ones last and by name, so that their order tells nothing of their size. */
function mostFirst(a: FlowReason, b: FlowReason): number {
  return (b.families ?? -1) - (a.families ?? -1) || a.code.localeCompare(b.code);
}

/**
 * The flow as it may be shown. What is lost between two steps is a count of families too: those still on their way and
 * those who will not come; and the reasons add up to those who were reached and did not start.
 */
export function suppressFlow(results: MeasureResult[]): Flow | null {
  const found = steps.map((name) => results.find((result) => result.part === name));
  const first = found[0];
  if (!first) return null;
  const count = (i: number): number => found[i]?.numerator ?? 0;
  const open = (i: number): number => found[i]?.missing ?? 0;
  const reasons = results.filter((result) => result.part?.startsWith("reason:"));
  const cells: Cell[] = steps.map((name, i) => ({ id: name, count: count(i) }));
  const lines: Line[] = [];
  for (let i = 1; i < steps.length; i++) {
    const lost = count(i - 1) - count(i);
    cells.push(
      { id: `lost ${i}`, count: lost, virtual: true },
      { id: `open ${i}`, count: open(i) },
      { id: `gone ${i}`, count: lost - open(i), virtual: i !== 2 },
    );
    lines.push(
      { total: steps[i - 1]!, parts: [steps[i]!, `lost ${i}`] },
      { total: `lost ${i}`, parts: [`open ${i}`, `gone ${i}`] },
    );
  }
  reasons.forEach((reason) => cells.push({ id: reason.part ?? "", count: reason.numerator ?? 0 }));
  if (reasons.length > 0) lines.push({ total: "gone 2", parts: reasons.map((reason) => reason.part ?? "") });
  const hidden = suppressTable(cells, lines);
  const show = (id: string, n: number): number | null => (hidden.has(id) ? null : n);
  const shownReason = ({ part, numerator }: MeasureResult): FlowReason => ({
    code: (part ?? "").slice("reason:".length),
    families: show(part ?? "", numerator ?? 0),
    isSmall: hidden.get(part ?? "") === "primary",
  });
  return {
    period: first.period,
    dataThrough: first.data_through,
    steps: steps.map((name, i) => ({
      name,
      families: show(name, count(i)),
      open: i === 0 ? 0 : show(`open ${i}`, open(i)),
      isSmall: hidden.get(name) === "primary",
    })),
    reasons: reasons.map(shownReason).sort(mostFirst),
    notStarted: show("gone 2", count(1) - count(2) - open(2)),
  };
}
