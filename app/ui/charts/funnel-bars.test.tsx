import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import enManager from "../../locales/en/manager.json";
import esManager from "../../locales/es/manager.json";
import { FunnelBars } from "./funnel-bars";

/** Where each text of a drawing begins and ends, at a generous width of its letters, and the bars it may lie on. */
function textsOf(svg: string): { from: number; to: number; y: number; isOnBar: boolean }[] {
  return [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"([^>]*)>([^<]*)</g)].map(
    ([, x = "", y = "", more = "", words = ""]) => {
      const width = words.length * 8.3;
      const from = more.includes('text-anchor="end"') ? Number(x) - width : Number(x);
      return { from, to: from + width, y: Number(y), isOnBar: more.includes("on-bar") };
    },
  );
}

describe.each([
  ["English", enManager.flow.step],
  ["Spanish", esManager.flow.step],
])("funnel in %s", (_name, labels) => {
  it("cuts no label, lays none over another or under its bar, whatever the numbers", () => {
    const counts = fc.record({
      total: fc.integer({ min: 1, max: 9999 }),
      shares: fc.array(fc.nat(100), { minLength: 8, maxLength: 8 }),
    });
    fc.assert(
      fc.property(counts, ({ total, shares }) => {
        const steps = Object.values(labels).map((label, i) => {
          const count = Math.round((total * (shares[i] ?? 0)) / 100);
          const inProgress = Math.round(((total - count) * (shares[i + 3] ?? 0)) / 100);
          return {
            key: label,
            label,
            count,
            inProgress,
            countWords: String(count),
            shareWords: "81% (77–84)",
          };
        });
        const html = renderToStaticMarkup(<FunnelBars total={total} sentence="s" steps={steps} />);
        for (const [drawing, width] of html
          .split("</svg>")
          .slice(0, 2)
          .map((svg, i) => [svg, i === 0 ? 600 : 300] as const)) {
          const texts = textsOf(drawing);
          for (const text of texts) {
            expect(text.from).toBeGreaterThanOrEqual(0);
            expect(text.to).toBeLessThanOrEqual(width);
            if (width === 600 && text.from === 0) expect(text.to).toBeLessThanOrEqual(176);
            const beside = texts.filter((other) => other !== text && Math.abs(other.y - text.y) < 6);
            for (const other of beside) expect(other.from >= text.to || other.to <= text.from).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
