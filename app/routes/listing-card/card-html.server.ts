import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { type Markup, markup } from "~/ui/markup";
import { Icon, type IconName } from "~/ui/icon";
import { toneIcon } from "~/ui/tag";
import type { CardView } from "./card-view";
import type { Words } from "~/locales/words";

const symbols = new Map<IconName, string>();

/** A drawing as it is kept once a page; made once a process. */
function symbolOf(name: IconName): string {
  const known = symbols.get(name);
  if (known) return known;
  const drawing = renderToStaticMarkup(createElement(Icon, { name, size: 24 }));
  const symbol = `<symbol id="c-${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
  symbols.set(name, symbol);
  return symbol;
}

/** Draws the cards of one page and remembers which drawings they point at. */
function cardDrawer({ t }: Pick<Words, "t">, base: string) {
  const drawn = new Set<IconName>();
  const icon = (name: IconName, size: number): Markup => {
    drawn.add(name);
    return markup`<svg width="${size}" height="${size}" aria-hidden="true" focusable="false"><use href="#c-${name}"></use></svg>`;
  };
  const [call, ask, wrong] = [t("public:card.call"), t("public:card.ask"), t("public:card.wrong")];
  const button = (href: string, label: string, name: IconName, words: string, look: string) =>
    markup`<a class="${look}" href="${href}" aria-label="${label}">${icon(name, 16)}<span>${words}</span></a>`;
  const callButton = ({ name, phone }: CardView) =>
    phone &&
    button(phone.href, t("public:card.callNamed", { name, phone: phone.words }), "phone", call, "btn btn-p");
  const askButton = ({ name, slug, canAsk }: CardView) =>
    canAsk &&
    button(`${base}/programs/${slug}/ask`, t("public:card.askNamed", { name }), "message", ask, "btn");
  const draw = (card: CardView): Markup => {
    const { room, phone, lines } = card;
    const program = `${base}/programs/${card.slug}`;
    const facts = lines.map((line) => markup`<li>${icon(line.icon, 17)}<span>${line.words}</span></li>`);
    const roomIcon = icon(room.tone === "neu" ? "phone" : toneIcon[room.tone], 13);
    return markup`<article class="card program"><h3><a href="${program}"><span lang="${card.nameLanguage}">${card.name}</span></a></h3><p class="program-by" lang="en">${card.organization}</p><span class="tag tone-${room.tone}">${roomIcon}<span>${room.words}</span></span><ul class="program-facts">${facts}</ul><div class="program-acts no-print">${callButton(card)}${askButton(card)}</div>${phone && markup`<p class="only-print"><bdi dir="ltr">${phone.words}</bdi></p>`}<p class="program-age">${card.checked}. <a href="${program}/wrong">${wrong}</a></p></article>`;
  };
  const drawings = () =>
    drawn.size === 0
      ? ""
      : `<svg width="0" height="0" class="vh" aria-hidden="true">${[...drawn].map(symbolOf).join("")}</svg>`;
  return { draw, drawings };
}

/**
 * The cards of a page as HTML, as FamilyCard draws them one by one (a test holds the two together): results come by the
 * dozen, and drawn as elements they were most of what their page cost. Drawings stand in it once.
 */
export function drawCards(
  words: Pick<Words, "t">,
  base: string,
  lists: { cards: readonly CardView[]; closed: readonly CardView[] },
): { cards: string; closed: string } {
  const { draw, drawings } = cardDrawer(words, base);
  const [cards, closed] = [lists.cards, lists.closed].map((list) => markup`${list.map(draw)}`.text) as [
    string,
    string,
  ];
  return { cards: drawings() + cards, closed };
}
