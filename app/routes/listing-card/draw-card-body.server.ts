import { type Markup, markup } from "~/ui/markup";
import type { IconName } from "~/ui/icon";
import { toneIcon } from "~/ui/tag";
import type { CardPlace, CardView } from "./card-view";
import { iconHtml } from "./icon-html.server";

function button(to: { href: string; label: string }, icon: IconName, words: string, look: string): Markup {
  return markup`<a class="${look}" href="${to.href}" aria-label="${to.label}">${iconHtml(icon, 16)}<span>${words}</span></a>`;
}

/** Call, or be called. */
function acts({ t, base }: CardPlace, { name, slug, phone, canAsk }: CardView): Markup {
  const call = phone && {
    href: phone.href,
    label: t("public:card.callNamed", { name, phone: phone.words }),
  };
  const ask = canAsk && {
    href: `${base}/programs/${slug}/ask`,
    label: t("public:card.askNamed", { name }),
  };
  return markup`<div class="program-acts no-print">${call && button(call, "phone", t("public:card.call"), "btn btn-p")}${ask && button(ask, "message", t("public:card.ask"), "btn")}</div>`;
}

/** What stands in a card below the program's name, here and on the program's own page. */
export function drawCardBody(place: CardPlace, card: CardView): Markup {
  const { t, base, preview } = place;
  const { room, phone, slug } = card;
  const roomIcon = iconHtml(room.tone === "neu" ? "phone" : toneIcon[room.tone], 13);
  const facts = card.lines.map(
    ({ icon, words }) => markup`<li>${iconHtml(icon, 17)}<span>${words}</span></li>`,
  );
  const wrong = !preview && markup`<a href="${base}/programs/${slug}/wrong">${t("public:card.wrong")}</a>`;
  return markup`<span class="tag tone-${room.tone}">${roomIcon}<span>${room.words}</span></span><ul class="program-facts">${facts}</ul>${!preview && acts(place, card)}${phone && markup`<p class="only-print"><bdi dir="ltr">${phone.words}</bdi></p>`}<p class="program-age">${card.checked}. ${wrong}</p>`;
}
