import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { hatchedZones, shownRuns, type ChartPoint } from "./chart-point";
import { FunnelBars, funnelBar } from "./funnel-bars";
import { RangeRows } from "./range-rows";
import { ReasonBars } from "./reason-bars";
import { StepCurve } from "./step-curve";
import { spreadLabels, stepScale, stepsUpTo } from "./step-geometry";
import { GoalSparkline, GoalTrend } from "./trend-chart";
import { trendShape } from "./trend-geometry";

const frame = { width: 264, height: 84, left: 34, right: 256, top: 8, bottom: 66 };
const shown = (value: number, low = value, high = value): ChartPoint => ({
  state: "shown",
  label: "Fall ’23",
  value,
  low,
  high,
});
const hidden: ChartPoint = { state: "hidden", label: "Winter" };
const immature: ChartPoint = { state: "immature", label: "Spring" };
const props = {
  domain: [0, 1] as const,
  marks: [
    { value: 0, label: "0" },
    { value: 1, label: "100" },
  ],
  sentence: "It rose.",
  nothing: "1 to 10, hidden",
};

describe("trend", () => {
  it("puts the ends of the domain on the frame, and the first and last point on its sides", () => {
    const shape = trendShape([shown(0), shown(1)], [0, 1], frame);
    expect(shape.y(0)).toBe(66);
    expect(shape.y(1)).toBe(8);
    expect([shape.x(0), shape.x(1)]).toEqual([34, 256]);
  });

  it("never leaves the frame, whatever the numbers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 12 }),
        (values) => {
          const shape = trendShape(
            values.map((value) => shown(value)),
            [0, 1],
            frame,
          );
          const numbers = (shape.lines[0]?.match(/-?[\d.]+/g) ?? []).map(Number);
          expect(
            numbers.every((number, index) =>
              index % 2 ? number >= 8 && number <= 66 : number >= 34 && number <= 256,
            ),
          ).toBe(true);
        },
      ),
    );
  });

  it("breaks the line at a gap and draws a lone point as a dot", () => {
    const shape = trendShape([shown(0.1), shown(0.2), hidden, shown(0.3), immature], [0, 1], frame);
    expect(shape.lines).toHaveLength(1);
    expect(shape.dots).toHaveLength(1);
    expect(shape.last).toEqual(shape.dots[0]);
    expect(shape.zones).toHaveLength(2);
  });

  it("hatches hidden and immature stretches, and leaves missing ones empty", () => {
    const missing: ChartPoint = { state: "missing", label: "Summer" };
    expect(hatchedZones([shown(1), hidden, immature, shown(1), missing])).toEqual([{ from: 1, to: 2 }]);
    expect(shownRuns([hidden, immature, missing])).toEqual([]);
  });
});

describe("what may not be shown is never drawn", () => {
  it("draws the same for a hidden point, whatever number is smuggled in with it", () => {
    const smuggled = { ...hidden, value: 0.7371, low: 0.7, high: 0.8 };
    const draw = (point: ChartPoint) =>
      renderToStaticMarkup(<GoalTrend {...props} points={[shown(0.2), point, shown(0.4)]} />);
    expect(draw(smuggled)).toBe(draw(hidden));
    expect(draw(smuggled)).not.toContain("7371");
  });

  it("says in words that there is nothing to show", () => {
    const html = renderToStaticMarkup(<GoalSparkline {...props} points={[hidden, immature]} />);
    expect(html).toContain("1 to 10, hidden");
    expect(html).not.toContain("<path d");
  });

  it("gives every hidden funnel step and reason the same length", () => {
    const step = (count: number | null) => ({
      key: "a",
      label: "Reached",
      count,
      countWords: "1 to 10, hidden",
    });
    expect(funnelBar(step(null), 40, 486, 168)).toEqual(
      funnelBar({ ...step(null), inProgress: 7 }, 9000, 486, 168),
    );
    const draw = (other: number) =>
      renderToStaticMarkup(
        <ReasonBars
          reasons={[
            { key: "a", label: "Cost", count: null, words: "1 to 10, hidden" },
            { key: "b", label: "Moved", count: other, words: String(other) },
          ]}
        />,
      );
    expect(draw(20).split("</li>")[0]).toBe(draw(400).split("</li>")[0]);
  });

  it("hatches an area without a value", () => {
    const html = renderToStaticMarkup(
      <RangeRows
        domain={[0, 1]}
        sentence="By area."
        rows={[{ key: "w", label: "West", words: "Too few", value: null }]}
      />,
    );
    expect(html).toContain("url(#hatch");
    expect(html).not.toContain("<circle");
  });
});

describe("funnel", () => {
  it("keeps done and in progress inside the row", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.nat(5000), (count, inProgress, total) => {
        const bar = funnelBar({ key: "a", label: "", count, inProgress, countWords: "" }, total, 486, 168);
        expect(bar.done + bar.progress).toBeLessThanOrEqual(486.1);
      }),
    );
  });

  it("draws a wide and a narrow form, each with the sentence as its name", () => {
    const html = renderToStaticMarkup(
      <FunnelBars
        total={100}
        sentence="100 referred, 40 reached."
        steps={[
          { key: "r", label: "Referred", count: 100, countWords: "100" },
          {
            key: "c",
            label: "Reached",
            count: 40,
            inProgress: 10,
            countWords: "40",
            shareWords: "40% (31–50)",
          },
        ]}
      />,
    );
    expect(html.match(/aria-label="100 referred, 40 reached."/g)).toHaveLength(2);
    expect(html.match(/40% \(31–50\)/g)).toHaveLength(2);
  });
});

describe("step curve", () => {
  it("starts from nobody on day 0 and ends where watching ended", () => {
    expect(
      stepsUpTo(
        [
          { day: 2, share: 0.4 },
          { day: 9, share: 0.8 },
        ],
        14,
        7,
      ),
    ).toEqual([
      { day: 0, share: 0, low: 0, high: 0 },
      { day: 2, share: 0.4 },
      { day: 7, share: 0.4 },
    ]);
  });

  it("puts 0 and 1 on the frame and never outside", () => {
    const scale = stepScale(14, frame);
    expect([scale.y(0), scale.y(1), scale.y(1.2), scale.x(0), scale.x(20)]).toEqual([66, 8, 8, 34, 256]);
  });

  it("keeps labels apart", () => {
    const places = [...spreadLabels([30, 31, 32], 34, { ...frame, bottom: 200 })].sort(
      (one, other) => one - other,
    );
    expect((places[1] ?? 0) - (places[0] ?? 0)).toBeGreaterThanOrEqual(34);
    expect((places[2] ?? 0) - (places[1] ?? 0)).toBeGreaterThanOrEqual(34);
  });

  it("tells groups apart by class (line style) and by name", () => {
    const group = (name: string) => ({
      key: name,
      name,
      steps: [{ day: 1, share: 0.5, low: 0.4, high: 0.6 }],
    });
    const html = renderToStaticMarkup(
      <StepCurve
        groups={[group("English"), group("Spanish")]}
        days={14}
        dayMarks={[0, 7, 14]}
        axis="Days"
        percentWords={(share) => `${share * 100}%`}
        sentence="Waits."
      />,
    );
    expect(html).toContain("line-2");
    expect(html).toContain(">Spanish<");
  });
});
