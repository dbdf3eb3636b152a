import { type Markup, markup } from "~/ui/markup";
import { toneIcon } from "~/ui/tag";
import type { CardPlace, CardView } from "./card-view";
import { drawSaid } from "./draw-said";
import { iconHtml } from "./icon-html.server";

function button(to: { href: string; label: string }, icon: Markup, words: string, look: string): Markup {
  return markup`<a class="${look}" href="${to.href}" aria-label="${to.label}">${icon}<span>${words}</span></a>`;
}

/** Call, or be called. */
function acts({ t, base, icon = iconHtml }: CardPlace, { name, slug, phone, canAsk }: CardView): Markup {
  const way = phone?.href.startsWith("sms:") ? "text" : "call";
  const call = phone && {
    href: phone.href,
    label: t(`public:card.${way}Named`, { name, phone: phone.words }),
  };
  const ask = canAsk && {
    href: `${base}/programs/${slug}/ask`,
    label: t("public:card.askNamed", { name }),
  };
  return markup`<div class="program-acts no-print">${call && button(call, icon(way === "call" ? "phone" : "message", 16), t(`public:card.${way}`), "btn btn-p")}${ask && button(ask, icon("message", 16), t("public:card.ask"), "btn")}</div>`;
}

/** What stands in a card below the program's name, here and on the program's own page. */
export function drawCardBody(place: CardPlace, card: CardView): Markup {
  const { t, base, preview, icon = iconHtml } = place;
  const { room, phone, slug } = card;
  const roomIcon = icon(room.tone === "neu" ? "phone" : toneIcon[room.tone], 13);
  const facts = card.lines.map((line) => markup`<li>${icon(line.icon, 17)}<span>${line.words}</span></li>`);
  const wrong = !preview && markup`<a href="${base}/programs/${slug}/wrong">${t("public:card.wrong")}</a>`;
  const says = card.says && markup`<p class="program-says">${icon("check", 17)} ${drawSaid(card.says)}</p>`;
  return markup`${says}<span class="tag tone-${room.tone}">${roomIcon}<span>${room.words}</span></span><ul class="program-facts">${facts}</ul>${!preview && acts(place, card)}${phone && markup`<p class="only-print"><bdi dir="ltr">${phone.words}</bdi></p>`}<p class="program-age">${card.checked}. ${wrong}</p>`;
}
