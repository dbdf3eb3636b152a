import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { translate, translatorFor } from "~/locales/translator.server";
import { drawCards } from "./card-html.server";
import type { CardView } from "./card-view";
import { FamilyCard } from "./family-card";

const hostile = `<script>alert("1")</script><img src=x onerror='a()'> & Ñandú "quoted" {{phone}}`;
const full: CardView = {
  id: "1",
  slug: "open-door",
  name: "Open Door",
  nameLanguage: "en",
  organization: "Rosewood Community Partners",
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
  room: { tone: "warn", words: hostile },
  lines: [{ icon: "shield", words: hostile }],
  phone: { words: hostile, href: `tel:1" onclick="a()` },
  checked: hostile,
};

/** Without what is inside drawings, which stand elsewhere in the one and in place in the other. */
const plain = (markup: string) =>
  markup
    .replace(/<svg width="0".*?<\/symbol><\/svg>/s, "")
    .replace(/<svg[^>]*>.*?<\/svg>/gs, "<svg></svg>")
    .replace(/ (class|href|lang|aria-label)="[^"]*"/g, "")
    .replace(/<!-- -->/g, "");
const attributes = (markup: string) =>
  [...markup.replace(/<svg.*?<\/svg>/gs, "").matchAll(/ (class|href|lang|aria-label)="([^"]*)"/g)]
    .map(([, name, value]) => `${name}=${value}`)
    .sort();

describe.each(["en", "es"] as const)("cards as text, in %s", (language) => {
  const words = { t: translate(language, "public") };
  const draw = (card: CardView) => drawCards(words, `/${language}`, { cards: [card], closed: [] }).cards;
  const asElements = (card: CardView) =>
    renderToStaticMarkup(
      <I18nextProvider i18n={translatorFor(language)}>
        <FamilyCard card={card} base={`/${language}`} />
      </I18nextProvider>,
    );

  it.each([
    ["full", full],
    ["bare", bare],
  ])("are what FamilyCard draws: %s", (_, card) => {
    expect(plain(draw(card))).toBe(plain(asElements(card)));
    expect(attributes(draw(card))).toEqual(attributes(asElements(card)));
  });

  it("let nothing that a provider wrote become HTML", () => {
    const drawn = draw(nasty);
    expect(drawn).not.toMatch(/<script|<img|onerror=[^&]|" on\w+=/);
    expect(plain(drawn)).toBe(plain(asElements(nasty)));
  });
});
