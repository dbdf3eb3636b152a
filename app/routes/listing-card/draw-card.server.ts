import { type Markup, markup } from "~/ui/markup";
import type { CardPlace, CardView } from "./card-view";
import { drawCardBody } from "./draw-card-body.server";

/**
 * One program as a family reads it (mockup public-finder-es), as HTML: results come by the dozen, and drawn as elements
 * they were most of what their page cost.
 */
export function drawCard(place: CardPlace, card: CardView): Markup {
  const name = markup`<span lang="${card.nameLanguage}">${card.name}</span>`;
  const link = place.preview ? name : markup`<a href="${place.base}/programs/${card.slug}">${name}</a>`;
  return markup`<article class="card program"><h3>${link}</h3><p class="program-by" lang="en">${card.organization}</p>${drawCardBody(place, card)}</article>`;
}
