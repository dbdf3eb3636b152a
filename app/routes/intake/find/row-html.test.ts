import { describe, expect, it } from "vitest";
import { translate } from "~/locales/translator.server";
import { closedHtml, rowHtml } from "./row-html";
import type { CallView, RowView } from "./view";

const hostile = `<script>alert("1")</script><img src=x onerror='a()'> & Ñandú "quoted"`;
const call = { id: "7", caller: "family" } as CallView;
const row: RowView = {
  at: 3,
  slug: "open-door",
  name: "Open Door",
  where: "Rosewood · 2.1 miles",
  room: { tone: "ok", mark: "check", words: "3 openings" },
  beside: "answers within 2 days",
  ticks: ["Spanish"],
  asks: ["Ask about cost"],
  checked: "Checked today",
  kept: false,
};
const nasty: RowView = {
  ...row,
  slug: `x"><script>`,
  name: hostile,
  where: hostile,
  room: { ...row.room, words: hostile },
  beside: hostile,
  ticks: [hostile],
  asks: [hostile],
  checked: hostile,
};
const tags = (text: string) => text.match(/<\/?[a-z0-9]+/g);

describe.each(["en", "es"] as const)("rows of results as text, in %s", (language) => {
  const t = translate(language, "intake") as Parameters<typeof rowHtml>[2];
  it.each([true, false])("let nothing that a provider wrote become HTML, chosen %s", (current) => {
    const drawn = rowHtml(nasty, call, t, current);
    expect(tags(drawn)).toEqual(tags(rowHtml(row, call, t, current)));
    expect(drawn).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    expect(drawn).not.toMatch(/" on\w+=/);
    const closed = { name: "A", where: "B", words: "Full" };
    const shut = { name: hostile, where: hostile, words: hostile };
    expect(tags(closedHtml([shut]))).toEqual(tags(closedHtml([closed])));
  });
  it("offer the acts of the chosen row only, reaching out when the family is not on the line", () => {
    expect(rowHtml(row, call, t, false)).toContain('href="/intake/calls/7?at=3#r3" id="r3"');
    const chosen = rowHtml(row, call, t, true);
    expect(chosen.match(/data-key="(.)"/g)).toEqual(["r", "w", "t", "a"].map((key) => `data-key="${key}"`));
    const other = rowHtml({ ...row, kept: true }, { ...call, caller: "someone_else" }, t, true);
    expect(other).toContain('href="/intake/calls/7/outreach?at=3&amp;program=open-door"');
    expect(other).toContain('value="drop"');
  });
});
