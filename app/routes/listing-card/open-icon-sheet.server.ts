import type { IconName } from "~/ui/icon";
import { type Markup, markup } from "~/ui/markup";
import { iconHtml } from "./icon-html.server";

/** Icons of a long page: cards point at them, and the sheet, which stands once in the page, draws them. */
export function openIconSheet() {
  const drawn = new Set<IconName>();
  const symbol = (name: IconName) =>
    markup`<symbol id="c-${name}" viewBox="0 0 24 24">${iconHtml(name, 24)}</symbol>`;
  return {
    icon(name: IconName, size: number): Markup {
      drawn.add(name);
      return markup`<svg width="${size}" height="${size}" aria-hidden="true" focusable="false"><use href="#c-${name}"></use></svg>`;
    },
    sheet: () =>
      markup`<svg width="0" height="0" class="vh" aria-hidden="true">${[...drawn].map(symbol)}</svg>`,
  };
}
