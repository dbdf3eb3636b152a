import type { SaidReason } from "~/listing-words/said-in-words";
import { type Markup, markup } from "~/ui/markup";

/** "Says: food pantry, emergency food", with the language of each phrase that is not the page's. */
export function drawSaid({ label, phrases }: SaidReason): Markup {
  const said = phrases.map(({ words, language }, at) => {
    const phrase = language ? markup`<span lang="${language}">${words}</span>` : markup`${words}`;
    return markup`${at > 0 && ", "}${phrase}`;
  });
  return markup`<span>${label && `${label}: `}${said}</span>`;
}
