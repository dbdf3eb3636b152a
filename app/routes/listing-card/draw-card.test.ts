import { describe, expect, it } from "vitest";
import { translate } from "~/locales/translator.server";
import type { CardView } from "./card-view";
import { drawCard } from "./draw-card.server";
import { openIconSheet } from "./open-icon-sheet.server";

const hostile = `<script>alert("1")</script><img src=x onerror='a()'> & Ñandú "quoted" {{phone}}`;
const full: CardView = {
  id: "1",
  slug: "open-door",
  name: "Open Door",
  nameLanguage: "en",
  organization: "Rosewood Community Partners",
  says: { label: "Says", phrases: [{ words: "parent support", language: "en" }] },
  room: { tone: "ok", words: "3 openings" },
  lines: [
    { icon: "pin", words: "2.1 miles" },
    { icon: "calendar", words: "Monday and Wednesday, 5:30 pm to 7:30 pm." },
    { icon: "globe", words: "English and Spanish" },
    { icon: "check", words: "Free" },
  ],
  phone: { words: "410 555 0100", href: "tel:4105550100" },
  canAsk: true,
  checked: "Checked today",
  stale: false,
};
const bare: CardView = {
  ...full,
  says: null,
  room: { tone: "neu", words: "Call first" },
  phone: null,
  canAsk: false,
  lines: [],
};
const nasty: CardView = {
  ...full,
  name: hostile,
  nameLanguage: `en" onclick="a()`,
  organization: hostile,
  slug: `x"><script>`,
  says: { label: hostile, phrases: [{ words: hostile, language: `en" onclick="a()` }] },
  room: { tone: "warn", words: hostile },
  lines: [{ icon: "shield", words: hostile }],
  phone: { words: hostile, href: `tel:1" onclick="a()` },
  checked: hostile,
};

const shape = (html: string) => html.match(/<\/?[a-z0-9]+( [a-z-]+(?==))*/g);

describe.each(["en", "es"] as const)("a card as text, in %s", (language) => {
  const t = translate(language, "public");
  const place = { t, base: `/${language}` };
  const draw = (card: CardView, preview = false) => drawCard({ ...place, preview }, card).html;

  it("says the program, its room, its facts, its phone and when it was checked", () => {
    const drawn = draw(full);
    for (const words of [full.name, full.organization, full.room.words, "410 555 0100", full.checked])
      expect(drawn).toContain(words);
    expect(drawn).toContain('Says: <span lang="en">parent support</span>');
    for (const { words } of full.lines) expect(drawn).toContain(`<span>${words}</span></li>`);
    expect(drawn).toContain(t("card.callNamed", { name: full.name, phone: "410 555 0100" }));
    expect(drawn.match(/href="[^"]*"/g)).toEqual([
      `href="${place.base}/programs/open-door"`,
      'href="tel:4105550100"',
      `href="${place.base}/programs/open-door/ask"`,
      `href="${place.base}/programs/open-door/wrong"`,
    ]);
  });

  it("offers what a program has: no phone, no call; a preview leads nowhere", () => {
    expect(draw(bare).match(/href="[^"]*"/g)).toEqual([
      `href="${place.base}/programs/open-door"`,
      `href="${place.base}/programs/open-door/wrong"`,
    ]);
    expect(draw(full, true)).not.toContain("href=");
    expect(draw(full, true)).toContain("410 555 0100");
  });

  it("points at the icons of a sheet where the page has one", () => {
    const { icon, sheet } = openIconSheet();
    const drawn = drawCard({ ...place, icon }, full).html;
    const wanted = new Set([...drawn.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id));
    const there = [...sheet().html.matchAll(/<symbol id="([^"]*)"/g)].map(([, id]) => id);
    expect(wanted.size).toBeGreaterThan(4);
    expect(new Set(there)).toEqual(wanted);
    const withoutIcons = (html: string) => html.replace(/<svg.*?<\/svg>/gs, "");
    expect(withoutIcons(drawn)).toBe(withoutIcons(draw(full)));
  });

  it("lets nothing that a provider wrote become HTML", () => {
    const drawn = draw(nasty);
    expect(drawn).not.toMatch(/<script|<img|onerror=[^&]|" on\w+=/);
    expect(drawn).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    const plain = {
      ...full,
      room: { ...full.room, tone: nasty.room.tone },
      lines: [{ icon: "shield" as const, words: "" }],
    };
    expect(shape(drawn)).toEqual(shape(draw(plain)));
  });
});
